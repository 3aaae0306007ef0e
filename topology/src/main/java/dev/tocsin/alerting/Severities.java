package dev.tocsin.alerting;

import dev.tocsin.detection.Severity;
import java.util.EnumMap;
import java.util.Map;

/** Which severity an operator gives an alert instead of the detector's own. */
public record Severities(Map<Severity, Severity> overrides) {
    public static final Severities UNCHANGED = new Severities(Map.of());

    /** @throws IllegalArgumentException when what is worse would become milder */
    public Severities {
        overrides = Map.copyOf(overrides);
        for (Severity milder : Severity.values()) {
            for (Severity worse : Severity.values()) {
                Severity high = overrides.getOrDefault(worse, worse);
                Severity low = overrides.getOrDefault(milder, milder);
                if (worse.isAtLeast(milder) && !high.isAtLeast(low)) {
                    throw new IllegalArgumentException("the tiers overlap: " + milder + " would become " + low + " and "
                            + worse + ", which is worse, only " + high);
                }
            }
        }
    }

    Severity of(Severity own) {
        return overrides.getOrDefault(own, own);
    }

    /** These, except where others say something. */
    public Severities with(Map<Severity, Severity> others) {
        Map<Severity, Severity> merged = new EnumMap<>(Severity.class);
        merged.putAll(overrides);
        merged.putAll(others);
        return new Severities(merged);
    }
}
