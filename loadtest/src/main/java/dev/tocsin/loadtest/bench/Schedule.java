package dev.tocsin.loadtest.bench;

import java.time.Duration;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * When each event was to be sent.
 *
 * <p>From the time at which it was to be sent, and not from when a sender that was held up came to it: else the events that
 * had to wait would count as fast.
 */
final class Schedule {
    private final long startNanos;
    private final double nanosBetween;
    private final int events;
    private final Histogram lateness = Delays.histogram();
    private int count;

    Schedule(long startNanos, long perSecond, int events) {
        this.startNanos = startNanos;
        this.nanosBetween = 1e9 / perSecond;
        this.events = events;
    }

    /** An alert has its event's account as key and its event's time as timestamp. */
    static long mark(byte[] account, long timestamp) {
        return timestamp * 0x9E3779B97F4A7C15L ^ Arrays.hashCode(account);
    }

    int events() {
        return events;
    }

    long dueNanos(int index) {
        return startNanos + Math.round(index * nanosBetween);
    }

    /** How many fall into so long from the start. */
    int eventsIn(Duration time) {
        return (int) Math.min(events, Math.round(time.toNanos() / nanosBetween));
    }

    /** The next event was sent. */
    void sent(long nanos) {
        lateness.recordValue(Math.max(0, nanos - dueNanos(count++)));
    }

    /** How long after their time events were sent, in nanoseconds. */
    Histogram lateness() {
        return lateness;
    }
}
