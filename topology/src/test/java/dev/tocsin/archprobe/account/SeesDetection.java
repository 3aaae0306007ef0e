package dev.tocsin.archprobe.account;

import dev.tocsin.archprobe.detection.SeesAlerting;

/** Guilty: the lowest package looks up. */
public interface SeesDetection {
    SeesAlerting up();
}
