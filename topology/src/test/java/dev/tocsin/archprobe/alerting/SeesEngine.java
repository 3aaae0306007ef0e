package dev.tocsin.archprobe.alerting;

import dev.tocsin.archprobe.engine.SeesStreams;

/** Guilty: a decision knows the timeline. */
public interface SeesEngine {
    SeesStreams up();
}
