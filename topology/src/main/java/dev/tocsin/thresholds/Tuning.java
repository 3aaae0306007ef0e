package dev.tocsin.thresholds;

import dev.tocsin.alerting.Severities;
import dev.tocsin.alerting.Watch;
import dev.tocsin.detection.DetectorCatalog;
import dev.tocsin.detection.DetectorSettings;

/**
 * How one detector is tuned.
 *
 * @param shadow what it finds is kept apart instead of raised
 */
record Tuning(boolean enabled, boolean shadow, Severities severities, DetectorSettings settings) {
    static Tuning shipped(DetectorCatalog.Item<?> item) {
        return new Tuning(true, false, Severities.UNCHANGED, item.defaults());
    }

    Watch watch(DetectorCatalog.Item<?> item) {
        return new Watch(item.withSettings(settings), shadow, severities);
    }
}
