package dev.tocsin.alerting;

import dev.tocsin.alerting.Evaluation.Result;
import dev.tocsin.detection.Detector;

/**
 * A detector on duty.
 *
 * @param shadow what it finds is kept apart instead of raised
 * @param quiet what is said of it most of the time
 */
public record Watch(Detector detector, boolean shadow, Severities severities, Evaluation quiet) {
    public Watch(Detector detector, boolean shadow, Severities severities) {
        this(detector, shadow, severities, new Evaluation(detector.id(), Result.QUIET, ""));
    }

    Watch inShadow() {
        return new Watch(detector, true, severities, quiet);
    }

    /** Live, and as severe as the detector finds. */
    public static Watch live(Detector detector) {
        return new Watch(detector, false, Severities.UNCHANGED);
    }
}
