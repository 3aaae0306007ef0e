package dev.tocsin.replay;

import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Suppression;
import dev.tocsin.engine.Outcome;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what was held back, by what held it back. */
final class Suppressed {
    private final Map<String, Long> counts = new TreeMap<>();

    void add(Outcome outcome) {
        for (Alert alert : outcome.suppressed()) {
            Suppression silenced = Objects.requireNonNull(alert.suppressedBy(), "what silenced it");
            counts.merge(silenced.by().key(), 1L, Long::sum);
        }
    }

    Map<String, Long> counts() {
        return counts;
    }

    String inWords() {
        return counts.isEmpty()
                ? "0"
                : counts.entrySet().stream()
                        .map(entry -> "%,d by %s".formatted(entry.getValue(), entry.getKey()))
                        .collect(Collectors.joining(", "));
    }
}
