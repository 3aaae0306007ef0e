package dev.tocsin.archprobe.publishing;

import dev.tocsin.archprobe.streams.Counts;

/** Guilty: whoever publishes thresholds knows the topology. */
public interface SeesStreams {
    Counts beside();
}
