package dev.tocsin.cli;

import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.ThresholdsDiff;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
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
        detectors(thresholds);
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

    private void detectors(Thresholds thresholds) {
        List<String> off = new ArrayList<>();
        List<String> shadow = new ArrayList<>();
        int[] on = {0};
        thresholds.values().forEach((path, value) -> {
            String[] steps = path.split("\\.", -1);
            if (steps.length == 3 && steps[0].equals("detectors")) {
                if (steps[2].equals("enabled") && value.equals("true")) {
                    on[0]++;
                } else if (steps[2].equals("enabled")) {
                    off.add(steps[1]);
                } else if (steps[2].equals("mode") && value.equals("shadow")) {
                    shadow.add(steps[1]);
                }
            }
        });
        shadow.removeAll(off);
        out.println(
                "detectors: " + on[0] + " on, " + counted(shadow, "of them in shadow") + ", " + counted(off, "off"));
    }

    private static String counted(List<String> ids, String what) {
        return ids.size() + " " + what + (ids.isEmpty() ? "" : " (" + String.join(", ", ids) + ")");
    }

    /** One line for each path, nothing when the documents mean the same. */
    void differences(Thresholds before, Thresholds after, String indent) {
        ThresholdsDiff.between(before, after).forEach(line -> out.println(indent + line));
    }
}
