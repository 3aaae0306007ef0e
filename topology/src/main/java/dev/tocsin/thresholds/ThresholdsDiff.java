package dev.tocsin.thresholds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is different between two documents, by what they mean: comments, order and what is spelled out without need are not.
 *
 * <pre>
 *   detectors.failed-burst.failures: 10 -&gt; 5
 *   segments.sellers.detectors.new-city.mode: not set -&gt; shadow
 * </pre>
 */
public final class ThresholdsDiff {
    private static final String NOTHING = "not set";

    private ThresholdsDiff() {}

    /** One line for each path, in the order of the documents; empty when only their versions differ. */
    public static List<String> between(Thresholds before, Thresholds after) {
        Map<String, String> was = values(before);
        Map<String, String> is = values(after);
        Set<String> paths = new LinkedHashSet<>(is.keySet());
        paths.addAll(was.keySet());
        List<String> lines = new ArrayList<>();
        for (String path : paths) {
            String from = was.getOrDefault(path, NOTHING);
            String to = is.getOrDefault(path, NOTHING);
            if (!from.equals(to)) {
                lines.add(Publication.oneLine(path + ": " + from + " -> " + to)); // ids of accounts may hold anything
            }
        }
        return lines;
    }

    private static Map<String, String> values(Thresholds thresholds) {
        Map<String, String> values = new LinkedHashMap<>();
        thresholds.effectiveFrom().map(Instant::toString).ifPresent(from -> values.put("effective_from", from));
        values.putAll(thresholds.values());
        return values;
    }
}
