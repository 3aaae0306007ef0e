package dev.tocsin.archprobe.streams;

import dev.tocsin.archprobe.metrics.Adapter;

/** Guilty: the topology knows how things are counted. */
public interface SeesMicrometer {
    Adapter beside();
}
