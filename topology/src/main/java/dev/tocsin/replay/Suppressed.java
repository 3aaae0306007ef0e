package dev.tocsin.replay;

import dev.tocsin.alerting.Alert;
import dev.tocsin.engine.Outcome;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what was held back, by what held it back. */
final class Suppressed {
    private final Map<String, Long> counts = new TreeMap<>();

    void add(Outcome outcome) {
        for (Alert alert : outcome.suppressed()) {
            counts.merge(reason(String.valueOf(alert.suppressedBy())), 1L, Long::sum);
        }
    }

    /** What follows a colon is which entry it was. */
    private static String reason(String suppressedBy) {
        int colon = suppressedBy.indexOf(':');
        return colon < 0 ? suppressedBy : suppressedBy.substring(0, colon);
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
