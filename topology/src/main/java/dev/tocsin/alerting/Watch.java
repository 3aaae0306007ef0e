package dev.tocsin.alerting;

import dev.tocsin.detection.Detector;

/**
 * A detector on duty.
 *
 * @param shadow what it finds is kept apart instead of raised
 */
public record Watch(Detector detector, boolean shadow, Severities severities) {
    Watch inShadow() {
        return new Watch(detector, true, severities);
    }

    /** Live, and as severe as the detector finds. */
    public static Watch live(Detector detector) {
        return new Watch(detector, false, Severities.UNCHANGED);
    }
}
