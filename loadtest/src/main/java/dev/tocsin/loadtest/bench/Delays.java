package dev.tocsin.loadtest.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * How long alerts took, in milliseconds, from when their event was to be sent until they could be read.
 *
 * @param alerts that were measured
 * @param senderP99 how late events were sent; it is part of the other figures
 */
record Delays(long alerts, double p50, double p99, double p999, double most, double senderP99) {
    private static final int DIGITS = 3;

    static Histogram histogram() {
        return new Histogram(DIGITS);
    }

    /** Leaves out alerts of events in the warm-up. */
    static Delays of(Schedule sent, List<AlertWatch.Arrival> arrivals, Duration warmUp) {
        Map<Long, Long> due = new HashMap<>();
        long from = sent.startNanos() + warmUp.toNanos();
        for (int i = 0; i < sent.events(); i++) {
            if (sent.dueNanos(i) >= from) {
                due.put(sent.markOf(i), sent.dueNanos(i));
            }
        }
        Histogram histogram = histogram();
        for (AlertWatch.Arrival arrival : arrivals) {
            Long dueNanos = due.get(arrival.mark());
            if (dueNanos != null) {
                histogram.recordValue(Math.max(0, arrival.nanos() - dueNanos));
            }
        }
        return new Delays(
                histogram.getTotalCount(),
                at(histogram, 50),
                at(histogram, 99),
                at(histogram, 99.9),
                at(histogram, 100),
                at(sent.lateness(), 99));
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
