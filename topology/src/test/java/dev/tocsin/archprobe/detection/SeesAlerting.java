package dev.tocsin.archprobe.detection;

import dev.tocsin.archprobe.alerting.SeesEngine;

/** Guilty: a detector decides. */
public interface SeesAlerting {
    SeesEngine up();
}
