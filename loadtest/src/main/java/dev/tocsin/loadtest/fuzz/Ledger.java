package dev.tocsin.loadtest.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of the records of one input topic. */
final class Ledger {
    private static final int MOST_PROBLEMS = 20;

    private final String topic;
    private final Meter meter;
    private final Map<String, Long> fates = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private long records;

    /** @param allowance bytes that reading any record may allocate, beside a multiple of its own size */
    Ledger(String topic, long allowance) {
        this.topic = topic;
        this.meter = new Meter(allowance);
    }

    /** What happens to one record. */
    @FunctionalInterface
    interface Reading {
        /** Returns what became of it, or a sentence that begins with {@value #PROBLEM}. */
        String fate();

        String PROBLEM = "PROBLEM: ";
    }

    /**
     * Has a record read, and notes what became of it.
     *
     * @param name by which it can be made again
     */
    void read(String name, int size, Reading reading) {
        records++;
        String[] fate = {""};
        boolean isBounded = meter.isBounded(size, () -> fate[0] = fateOf(reading));
        if (!isBounded) {
            problem(name, "allocated more than a record of " + size + " bytes may");
        }
        if (fate[0].startsWith(Reading.PROBLEM)) {
            problem(name, fate[0]);
        } else {
            fates.merge(fate[0], 1L, Long::sum);
        }
    }

    @SuppressWarnings("CatchingUnchecked") // anything that a record can make the detector throw is a finding
    private static String fateOf(Reading reading) {
        try {
            return reading.fate();
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            return Reading.PROBLEM + "threw " + e;
        }
    }

    void problem(String name, String what) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(name + ": " + what);
        }
        fates.merge("PROBLEM", 1L, Long::sum);
    }

    boolean isClean() {
        return problems.isEmpty()
                && fates.values().stream().mapToLong(Long::longValue).sum() == records;
    }

    long records() {
        return records;
    }

    /** How many records ended how. */
    Map<String, Long> fates() {
        return fates;
    }

    /** In lines, for people. */
    String report() {
        StringBuilder report = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %,d records, %s; the dearest allocated %,d KB, the slowest took %,d ms%n",
                topic,
                records,
                isClean() ? "every one accounted for" : "NOT CLEAN",
                meter.mostBytes() >> 10,
                meter.longestMillis()));
        fates.forEach((fate, count) -> report.append(String.format(Locale.ROOT, "  %,10d  %s%n", count, fate)));
        problems.forEach(problem -> report.append("  ").append(problem).append('\n'));
        return report.toString();
    }
}
