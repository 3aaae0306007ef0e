package dev.tocsin.loadtest.demo;

import dev.tocsin.event.Severity;
import dev.tocsin.loadtest.demo.Scoreboard.Heard;
import dev.tocsin.loadtest.demo.Scoreboard.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sums up, for each kind of story, what was expected and what came. */
final class ClosingTable {
    private static final String TAKEOVERS = "  %-46s %-38s %s";
    private static final String LOOK_ALIKES = "  %-46s %-48s %s";

    private ClosingTable() {}

    static List<String> of(List<Told> stories) {
        Map<String, List<Told>> kinds = new LinkedHashMap<>();
        stories.forEach(told -> kinds.computeIfAbsent(told.story().name(), name -> new ArrayList<>())
                .add(told));
        List<String> lines = new ArrayList<>();
        lines.add(row(TAKEOVERS, "Takeovers", "expected", "raised"));
        kinds.values().stream().filter(ClosingTable::areTakeovers).forEach(kind -> lines.add(takeover(kind)));
        lines.add("");
        lines.add(row(LOOK_ALIKES, "Look-alikes", "expected", "came"));
        kinds.values().stream().filter(kind -> !areTakeovers(kind)).forEach(kind -> lines.add(lookAlike(kind)));
        return lines;
    }

    private static boolean areTakeovers(List<Told> kind) {
        return kind.get(0).story().expectation().isTakeover();
    }

    private static String takeover(List<Told> kind) {
        List<Heard> raised =
                kind.stream().flatMap(told -> told.expected().stream()).toList();
        String came = raised.size() + " of " + kind.size()
                + median(raised).map(ms -> ", after " + ms + " ms").orElse("");
        return row(
                TAKEOVERS,
                kind.get(0).story().name(),
                kind.get(0).story().expectation().words(),
                came);
    }

    /** The middle one of the latencies. */
    private static Optional<Long> median(List<Heard> raised) {
        List<Long> sorted = raised.stream()
                .flatMap(alert -> alert.latency().stream())
                .map(Duration::toMillis)
                .sorted()
                .toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }

    private static String lookAlike(List<Told> kind) {
        Map<Severity, Integer> alerts = new EnumMap<>(Severity.class);
        kind.stream()
                .flatMap(told -> told.heard().stream())
                .forEach(alert -> alerts.merge(alert.severity(), 1, Integer::sum));
        return row(
                LOOK_ALIKES,
                kind.get(0).story().name(),
                kind.get(0).story().expectation().words(),
                (alerts.isEmpty() ? "nothing" : Lines.counts(alerts)) + " (of " + kind.size() + ")");
    }

    private static String row(String format, String... cells) {
        return String.format(Locale.ROOT, format, (Object[]) cells);
    }
}
