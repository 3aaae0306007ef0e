package dev.tocsin.loadtest.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * How long alerts took, in milliseconds, from when their event was to be sent until they could be read.
 *
 * @param alerts that were measured
 * @param raisedP99 of the time, give or take a millisecond, until the detector raised it: sending, the broker, and waiting for
 *     the detector
 * @param readP99 of the time from there: the detector's producer, the broker, the commit and the reader
 * @param senderP99 how late events were sent; it is part of the other figures
 * @param secondsP99 the p99 of each second in which an event with an alert was due
 */
record Delays(
        long alerts,
        double p50,
        double p99,
        double p999,
        double most,
        double raisedP99,
        double readP99,
        double senderP99,
        List<Double> secondsP99) {
    private static final int DIGITS = 3;
    private static final long SECOND_NANOS = 1_000_000_000;

    Delays {
        secondsP99 = List.copyOf(secondsP99);
    }

    static Histogram histogram() {
        return new Histogram(DIGITS);
    }

    /**
     * Finds out when the events of alerts were due.
     *
     * @param first event that is measured; those before it led up to it
     * @param marks gives what each event of the schedule has in common with its alerts, in order
     * @throws BenchException when no alert is of these events
     */
    static Delays of(Schedule sent, int first, LongSupplier marks, List<AlertWatch.Arrival> arrivals) {
        Map<Long, List<AlertWatch.Arrival>> byMark =
                arrivals.stream().collect(Collectors.groupingBy(AlertWatch.Arrival::mark));
        Histogram histogram = histogram();
        Histogram raised = histogram();
        Histogram read = histogram();
        Map<Long, Histogram> seconds = new TreeMap<>();
        for (int i = 0; i < sent.events(); i++) {
            long due = sent.dueNanos(i);
            List<AlertWatch.Arrival> alerts = byMark.remove(marks.getAsLong());
            if (alerts != null && i >= first) {
                Histogram second =
                        seconds.computeIfAbsent((due - sent.dueNanos(first)) / SECOND_NANOS, next -> histogram());
                for (AlertWatch.Arrival alert : alerts) {
                    long total = Math.max(0, alert.nanos() - due);
                    long reading = Math.max(0, Math.min(total, alert.sinceRaisedNanos()));
                    second.recordValue(total);
                    raised.recordValue(total - reading);
                    read.recordValue(reading);
                }
            }
        }
        seconds.values().forEach(histogram::add);
        if (histogram.getTotalCount() == 0) {
            throw new BenchException(
                    "No alert came of " + sent.events() + " events, so nothing is known of how soon one does.");
        }
        return new Delays(
                histogram.getTotalCount(),
                at(histogram, 50),
                at(histogram, 99),
                at(histogram, 99.9),
                at(histogram, 100),
                at(raised, 99),
                at(read, 99),
                at(sent.lateness(), 99),
                seconds.values().stream().map(second -> at(second, 99)).toList());
    }

    /** How many seconds had a p99 above so much. */
    long secondsAbove(double millis) {
        return secondsP99.stream().filter(p99 -> p99 > millis).count();
    }

    private static double at(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f, p99 %.1f, p99.9 %.1f, max %.1f ms over %,d alerts",
                p50,
                p99,
                p999,
                most,
                alerts);
    }
}
