package dev.tocsin.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.codec.AlertJson;
import dev.tocsin.detection.Severity;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A comparison for the terminal.
 *
 * <pre>
 *                             alerts                 of these             per 10,000 logins
 *                          now      then    gained      lost   changed        now      then
 * impossible-travel         15        12         1         4         2       0.15      0.12
 *   HIGH                    12         8         0         4         2       0.12      0.08
 *   MEDIUM                   3         4         1         0         0       0.03      0.04
 * </pre>
 */
final class ComparisonText {
    private static final int SHOWN = 3;
    private static final String TOTAL = "all detectors";

    private final Comparison comparison;
    private final Rate rate;

    /** @param logins that the rates are per 10,000 of */
    ComparisonText(Comparison comparison, long logins) {
        this.comparison = comparison;
        this.rate = new Rate(logins);
    }

    void print(PrintWriter out) {
        Map<String, Comparison.Row> loud = new TreeMap<>(comparison.rows());
        loud.values().removeIf(row -> row.all().isEmpty());
        int width = loud.keySet().stream().mapToInt(String::length).max().orElse(0);
        width = Math.max(width, TOTAL.length());
        if (!loud.isEmpty()) {
            String margin = " ".repeat(width);
            out.printf("%s%20s%30s%22s%n", margin, "alerts", "of these", "per 10,000 logins");
            out.printf(
                    "%s%10s%10s%10s%10s%10s%11s%11s%n",
                    margin, "now", "then", "gained", "lost", "changed", "now", "then");
        }
        for (Map.Entry<String, Comparison.Row> entry : loud.entrySet()) {
            print(out, entry.getKey(), width, entry.getValue());
        }
        print(out, TOTAL, width, comparison.total());
        int quiet = comparison.rows().size() - loud.size();
        out.printf("%d %sdetectors raised nothing under either%n", quiet, loud.isEmpty() ? "" : "more ");
        loud.keySet().forEach(detector -> examples(out, detector));
    }

    private void print(PrintWriter out, String name, int width, Comparison.Row row) {
        print(out, name, width, row.all());
        for (int rank = Severity.CRITICAL.rank(); rank >= 0; rank--) {
            Severity severity = Severity.ofRank(rank);
            if (!row.of(severity).isEmpty()) {
                print(out, "  " + severity, width, row.of(severity));
            }
        }
    }

    private void print(PrintWriter out, String name, int width, Comparison.Numbers numbers) {
        out.printf(
                "%s%s%,10d%,10d%,10d%,10d%,10d%11s%11s%n",
                name,
                " ".repeat(Math.max(0, width - name.length())),
                numbers.now(),
                numbers.then(),
                numbers.gained(),
                numbers.lost(),
                numbers.changed(),
                rate.of(numbers.now()),
                rate.of(numbers.then()));
    }

    private void examples(PrintWriter out, String detector) {
        for (Change change : new Change[] {Change.GAINED, Change.LOST, Change.CHANGED}) {
            var pairs = comparison.examples(detector, change);
            if (!pairs.isEmpty()) {
                out.printf("%n%s, %s, such as%n", detector, change.word());
                pairs.stream().limit(SHOWN).forEach(pair -> out.println("  " + line(pair)));
            }
        }
    }

    private static String line(Pair pair) {
        ObjectNode alert = AlertJson.write(pair.either());
        return "%s  %s  %s  %s"
                .formatted(
                        alert.path("occurred_at").asText(),
                        pair.accountId(),
                        severities(pair),
                        alert.path("summary").asText());
    }

    /** {@code HIGH} of one alert, {@code HIGH -> LOW} of two. */
    static String severities(Pair pair) {
        Severity now = pair.severityNow();
        Severity then = pair.severityThen();
        return now == null || then == null ? word(now) + word(then) : word(now) + " -> " + word(then);
    }

    private static String word(@Nullable Severity severity) {
        return severity == null ? "" : severity.name();
    }

    /** Alerts per 10,000 logins, which is what two recordings of different length can be compared by. */
    record Rate(long logins) {
        String of(long alerts) {
            return logins == 0 ? "-" : String.format(Locale.ROOT, "%,.2f", 10_000.0 * alerts / logins);
        }
    }
}
