package dev.tocsin.thresholds;

import dev.tocsin.alerting.Allowlist;
import dev.tocsin.alerting.Learning;
import dev.tocsin.alerting.Rules;
import dev.tocsin.detection.DetectorCatalog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How all detectors are tuned, for everybody or for one segment.
 *
 * @param detectors by id, sorted, one for each in the catalogue
 */
record Tunings(Learning learning, Map<String, Tuning> detectors) {
    /** As the settings records have it. */
    static final Tunings SHIPPED = new Tunings(Learning.DEFAULTS, shipped());

    private static Map<String, Tuning> shipped() {
        Map<String, Tuning> tunings = new LinkedHashMap<>();
        DetectorCatalog.items().forEach(item -> tunings.put(item.id(), Tuning.shipped(item)));
        return tunings;
    }

    Tuning of(String detector) {
        return Objects.requireNonNull(detectors.get(detector), detector);
    }

    Rules rules(String version, Allowlist allowlist) {
        return new Rules(
                version,
                DetectorCatalog.items().stream()
                        .filter(item -> of(item.id()).enabled())
                        .map(item -> of(item.id()).watch(item))
                        .toList(),
                learning,
                allowlist);
    }
}
