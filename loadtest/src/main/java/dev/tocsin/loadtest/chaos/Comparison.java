package dev.tocsin.loadtest.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was said beside what must be said.
 *
 * @param lost ids of alerts that do not stand and should
 * @param invented ids of alerts that stand and should not
 * @param changed ids of alerts that stand with other content than they should
 * @param missingDeadLetters bad records that nobody was told of, or with another reason
 * @param inventedDeadLetters dead letters of good records
 */
record Comparison(
        List<String> lost,
        List<String> invented,
        List<String> changed,
        List<Position> missingDeadLetters,
        List<Position> inventedDeadLetters) {

    static Comparison of(
            Map<String, Verdict> expected,
            Map<String, Verdict> told,
            Map<Position, Bad> planted,
            Map<Position, String> dead) {
        List<String> lost = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        new TreeMap<>(expected).forEach((id, verdict) -> {
            Verdict found = told.get(id);
            if (found == null) {
                lost.add(id);
            } else if (!found.equals(verdict)) {
                changed.add(id);
            }
        });
        List<String> invented = told.keySet().stream()
                .filter(id -> !expected.containsKey(id))
                .sorted()
                .toList();
        List<Position> missing = planted.entrySet().stream()
                .filter(entry -> !entry.getValue().reason().equals(dead.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        List<Position> extra =
                dead.keySet().stream().filter(at -> !planted.containsKey(at)).toList();
        return new Comparison(lost, invented, changed, missing, extra);
    }

    boolean isExact() {
        return lost.isEmpty()
                && invented.isEmpty()
                && changed.isEmpty()
                && missingDeadLetters.isEmpty()
                && inventedDeadLetters.isEmpty();
    }
}
