package dev.tocsin.archprobe.streams;

import dev.tocsin.archprobe.metrics.Counters;

/** Innocent: counts behind an interface. */
public interface Counts {
    Counters count();
}
