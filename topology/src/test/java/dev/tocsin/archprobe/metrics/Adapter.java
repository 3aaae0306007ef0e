package dev.tocsin.archprobe.metrics;

import io.micrometer.core.instrument.MeterRegistry;

/** Innocent: the adapter. */
public interface Adapter extends Counters {
    MeterRegistry registry();
}
