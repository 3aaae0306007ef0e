package dev.tocsin.replay;

import dev.tocsin.alerting.Alert;
import dev.tocsin.detection.Severity;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts alerts by detector and severity, and how many were taken back.
 *
 * <pre>
 *                            INFO       LOW    MEDIUM      HIGH  CRITICAL withdrawn
 * impossible-travel             0         0         1        12         0         2
 * 32 more detectors raised nothing
 * </pre>
 */
final class AlertTable {
    private static final int WITHDRAWN = Severity.values().length;

    private final Map<String, long[]> rows = new TreeMap<>();

    /** @param detectors which were asked: that the others stayed quiet is a result too */
    AlertTable(Collection<String> detectors) {
        detectors.forEach(this::row);
    }

    private long[] row(String detector) {
        return rows.computeIfAbsent(detector, id -> new long[WITHDRAWN + 1]);
    }

    void raised(Alert alert) {
        row(alert.signal().detector())[alert.signal().severity().rank()]++;
    }

    void withdrawn(Alert alert) {
        row(alert.signal().detector())[WITHDRAWN]++;
    }

    void print(PrintWriter err) {
        Map<String, long[]> loud = new TreeMap<>(rows);
        loud.values().removeIf(counts -> Arrays.stream(counts).allMatch(count -> count == 0));
        int width = loud.keySet().stream().mapToInt(String::length).max().orElse(0);
        String heads = Arrays.stream(Severity.values())
                .map(severity -> "%10s".formatted(severity))
                .collect(Collectors.joining());
        if (!loud.isEmpty()) {
            err.println(" ".repeat(width) + heads + "%11s".formatted("withdrawn"));
        }
        loud.forEach((detector, counts) -> err.println(line(detector, width, counts)));
        int quiet = rows.size() - loud.size();
        err.printf("%d %sdetectors raised nothing%n", quiet, loud.isEmpty() ? "" : "more ");
    }

    private static String line(String detector, int width, long[] counts) {
        StringBuilder line = new StringBuilder(detector).append(" ".repeat(width - detector.length()));
        for (int i = 0; i < WITHDRAWN; i++) {
            line.append("%,10d".formatted(counts[i]));
        }
        return line.append("%,11d".formatted(counts[WITHDRAWN])).toString();
    }
}
