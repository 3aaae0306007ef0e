package dev.tocsin.archprobe.redrive;

import dev.tocsin.archprobe.replay.SeesStreams;

/** Guilty: what puts records back judges them. */
public interface SeesReplay {
    SeesStreams past();
}
