package dev.tocsin.archprobe.metrics;

/** Innocent: the interface. */
public interface Counters {
    void count();
}
