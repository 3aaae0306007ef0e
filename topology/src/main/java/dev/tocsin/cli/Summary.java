package dev.tocsin.cli;

import dev.tocsin.alerting.Rules;
import dev.tocsin.alerting.Watch;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.ThresholdsDiff;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;

/** Prints what a document is about, and what is different between two. */
final class Summary {
    private final PrintWriter out;

    Summary(PrintWriter out) {
        this.out = out;
    }

    void print(String name, Thresholds thresholds, Instant now) {
        out.println(name + " is good: version " + thresholds.version() + ", "
                + thresholds
                        .effectiveFrom()
                        .map(from -> from.isBefore(now)
                                ? "to be in force from " + from + ", which has passed: to publish it, name a later time"
                                : "to be in force from " + from)
                        .orElse("in force as soon as it is published"));
        detectors(thresholds.rules());
        if (!thresholds.segments().isEmpty()) {
            out.println("segments: " + String.join(", ", thresholds.segments().keySet()));
        }
        thresholds.notes().forEach(note -> out.println("note: " + note));
        Thresholds shipped = Thresholds.defaults();
        List<String> differences = ThresholdsDiff.between(shipped, thresholds);
        out.println(
                differences.isEmpty()
                        ? "as shipped (" + shipped.version() + ")"
                        : "other than shipped (" + shipped.version() + "):");
        differences.forEach(line -> out.println("  " + line));
    }

    private void detectors(Rules rules) {
        List<String> shadow = rules.watches().stream()
                .filter(Watch::shadow)
                .map(watch -> watch.detector().id())
                .toList();
        out.println("detectors: " + rules.watches().size() + " on, " + counted(shadow, "of them in shadow") + ", "
                + counted(rules.off(), "off"));
    }

    private static String counted(List<String> ids, String what) {
        return ids.size() + " " + what + (ids.isEmpty() ? "" : " (" + String.join(", ", ids) + ")");
    }

    /** One line for each path, nothing when the documents mean the same. */
    void differences(Thresholds before, Thresholds after) {
        ThresholdsDiff.between(before, after).forEach(out::println);
    }
}
