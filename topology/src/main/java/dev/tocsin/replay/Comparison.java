package dev.tocsin.replay;

import dev.tocsin.detection.Severity;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what the other thresholds change, from decided pairs alone. Its size does not depend on the recording's. */
final class Comparison {
    /** Of each detector and kind of change; the worst, and of these the first. */
    static final int EXAMPLES = 5;

    /** A recording of garbled times may name any number of days. */
    private static final int MOST_DAYS = 4_000;

    private static final long DAY_SECONDS = 86_400;

    private final Map<String, Row> rows = new TreeMap<>();
    private final Map<String, Map<Change, Examples>> examples = new TreeMap<>();
    private final Map<Long, Row> days = new TreeMap<>();

    /** @param detectors which were asked under either: that some stayed quiet is a result too */
    Comparison(Collection<String> detectors) {
        detectors.forEach(this::row);
    }

    void add(Pair pair) {
        row(pair.detector()).add(pair);
        day(pair.occurredAt(), pair);
        if (pair.change() != Change.SAME) {
            examples.computeIfAbsent(pair.detector(), id -> new EnumMap<>(Change.class))
                    .computeIfAbsent(pair.change(), change -> new Examples(EXAMPLES))
                    .add(pair);
        }
    }

    private Row row(String detector) {
        return rows.computeIfAbsent(detector, id -> new Row());
    }

    private void day(Instant at, Pair pair) {
        long day = Math.floorDiv(at.getEpochSecond(), DAY_SECONDS);
        Row row = days.get(day);
        if (row == null && days.size() < MOST_DAYS) {
            row = new Row();
            days.put(day, row);
        }
        if (row != null) {
            row.add(pair);
        }
    }

    /** By detector. */
    Map<String, Row> rows() {
        return rows;
    }

    /** By days since 1970, UTC. */
    Map<Long, Row> days() {
        return days;
    }

    Row total() {
        Row total = new Row();
        rows.values().forEach(total::add);
        return total;
    }

    List<Pair> examples(String detector, Change change) {
        Examples found = examples.getOrDefault(detector, Map.of()).get(change);
        return found == null ? List.of() : found.pairs();
    }

    /** Counts of alerts by severity. */
    static final class Row {
        private static final int SEVERITIES = Severity.values().length;

        private final long[] now = new long[SEVERITIES];
        private final long[] then = new long[SEVERITIES];
        private final long[] gained = new long[SEVERITIES];
        private final long[] lost = new long[SEVERITIES];
        private final long[] changed = new long[SEVERITIES];

        private void add(Pair pair) {
            count(now, pair.severityNow());
            count(then, pair.severityThen());
            switch (pair.change()) {
                case GAINED -> count(gained, pair.severityThen());
                case LOST -> count(lost, pair.severityNow());
                case CHANGED -> count(changed, pair.severityNow());
                case SAME -> {}
            }
        }

        private static void count(long[] counts, @Nullable Severity severity) {
            if (severity != null) {
                counts[severity.rank()]++;
            }
        }

        void add(Row other) {
            for (int i = 0; i < SEVERITIES; i++) {
                now[i] += other.now[i];
                then[i] += other.then[i];
                gained[i] += other.gained[i];
                lost[i] += other.lost[i];
                changed[i] += other.changed[i];
            }
        }

        Numbers of(Severity severity) {
            int i = severity.rank();
            return new Numbers(now[i], then[i], gained[i], lost[i], changed[i]);
        }

        Numbers all() {
            Numbers all = Numbers.NONE;
            for (Severity severity : Severity.values()) {
                all = all.plus(of(severity));
            }
            return all;
        }
    }

    /**
     * Alerts, those of one severity or all.
     *
     * @param gained of the severity they have then
     * @param lost of the severity they have now
     * @param changed of the severity they have now
     */
    record Numbers(long now, long then, long gained, long lost, long changed) {
        static final Numbers NONE = new Numbers(0, 0, 0, 0, 0);

        Numbers plus(Numbers other) {
            return new Numbers(
                    now + other.now,
                    then + other.then,
                    gained + other.gained,
                    lost + other.lost,
                    changed + other.changed);
        }

        boolean differs() {
            return gained + lost + changed > 0;
        }

        boolean isEmpty() {
            return Objects.equals(this, NONE);
        }
    }
}
