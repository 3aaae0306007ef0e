package dev.tocsin.loadtest.market;

import java.time.Duration;

/**
 * How events arrive that are not simply in the order of event time.
 *
 * @param duplicates share of events that come a second time, within a minute
 * @param outOfOrder share that is held up for less than {@code by}
 * @param late share that is held up for {@code lateBy} to twice as long
 */
public record Disorder(double duplicates, double outOfOrder, Duration by, double late, Duration lateBy) {
    private static final long DUPLICATES = 61;
    private static final long DELAYS = 62;
    private static final double DUPLICATE_WITHIN = 60_000;

    boolean isNone() {
        return duplicates == 0 && outOfOrder == 0 && late == 0;
    }

    /** Of all events. */
    public Duration meanDelay() {
        double millis =
                late * 1.5 * lateBy.toMillis() + outOfOrder * 0.5 * by.toMillis() + duplicates * 0.5 * DUPLICATE_WITHIN;
        return Duration.ofMillis((long) millis);
    }

    /** By how many milliseconds an event is held up. */
    long delay(Event event) {
        double unit = Mix.unit(Mix.of(event.idLow(), DELAYS));
        if (unit < late) {
            return (long) (lateBy.toMillis() * (1 + unit / late));
        }
        return unit < late + outOfOrder ? (long) (by.toMillis() * (unit - late) / outOfOrder) : 0;
    }

    boolean isDuplicated(Event event) {
        return Mix.unit(Mix.of(event.idLow(), DUPLICATES)) < duplicates;
    }

    /** By how much the second copy comes after the first. */
    static long betweenCopies(Event event) {
        return (long) (Mix.unit(Mix.of(event.idHigh(), DUPLICATES)) * DUPLICATE_WITHIN);
    }
}
