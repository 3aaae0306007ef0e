package dev.tocsin.archprobe.enrich;

import dev.tocsin.archprobe.detection.SeesAlerting;

/** Guilty: who looks up addresses knows what is made of them. */
public interface SeesDetection {
    SeesAlerting detector();
}
