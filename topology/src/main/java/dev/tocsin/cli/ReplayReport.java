package dev.tocsin.cli;

import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Suppression;
import dev.tocsin.engine.Arrival;
import dev.tocsin.engine.Outcome;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what a replay did, and prints it. */
final class ReplayReport {
    private final Map<Arrival, Long> arrivals = new EnumMap<>(Arrival.class);
    private final Map<String, Long> suppressed = new TreeMap<>();
    private final AlertTable alerts;

    ReplayReport(Collection<String> detectors) {
        alerts = new AlertTable(detectors);
    }

    void arrived(Arrival arrival) {
        arrivals.merge(arrival, 1L, Long::sum);
    }

    /** Counts what was written of an outcome. */
    void add(Outcome outcome) {
        outcome.raised().forEach(alerts::raised);
        outcome.withdrawn().forEach(alerts::withdrawn);
        for (Alert alert : outcome.suppressed()) {
            Suppression silenced = Objects.requireNonNull(alert.suppressedBy(), "what silenced it");
            suppressed.merge(silenced.by().key(), 1L, Long::sum);
        }
    }

    void print(PrintWriter err, int accounts, long badLines, Duration took) {
        long events = arrivals.values().stream().mapToLong(Long::longValue).sum();
        double seconds = Math.max(1, took.toMillis()) / 1000.0;
        err.printf(
                "events       %,d of %,d accounts in %.1f s, %,.0f a second%n",
                events, accounts, seconds, events / seconds);
        err.printf(
                "of these     %,d out of order, %,d too late to be ordered in, %,d repeated%n",
                arrivals(Arrival.OUT_OF_ORDER), arrivals(Arrival.LATE), arrivals(Arrival.DUPLICATE));
        err.printf("bad lines    %,d%n", badLines);
        err.printf("suppressed   %s%n%n", suppressed.isEmpty() ? "0" : suppressedInWords());
        alerts.print(err);
    }

    private long arrivals(Arrival arrival) {
        return arrivals.getOrDefault(arrival, 0L);
    }

    private String suppressedInWords() {
        return suppressed.entrySet().stream()
                .map(entry -> "%,d by %s".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
