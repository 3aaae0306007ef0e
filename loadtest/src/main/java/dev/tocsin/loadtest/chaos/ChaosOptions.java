package dev.tocsin.loadtest.chaos;

import dev.tocsin.config.Guarantee;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One run.
 *
 * @param seed of traffic and faults
 * @param length of the traffic with faults
 * @param rate of events, per second
 * @param instances that are meant to run; a fault may add one
 * @param commitMillis Kafka Streams' commit interval; null for the one that comes with the guarantee
 */
record ChaosOptions(
        long seed,
        Duration length,
        Guarantee guarantee,
        int rate,
        int instances,
        @Nullable Integer commitMillis) {
    /** What a heap of {@code deploy/tocsin} holds: an event and what comes of it take about 700 bytes. */
    private static final long MOST_EVENTS = 1_200_000;

    /** A weekday's morning. */
    private static final Instant LIVE = Instant.parse("2026-03-03T08:00:00Z");

    /**
     * How fast event time passes. An hour, which is how far events may be overtaken, takes 30 seconds: longer than any
     * fault keeps everything from being read.
     */
    static final int SPEED = 120;

    /** Beyond a founding day, and with the logins after which habits count as learned. */
    private static final Duration HISTORY = Duration.ofDays(12);

    private static final int HISTORY_EVENTS_EACH = 20;

    /** So that an account has about three events an hour and its recent events fit into its state. */
    private static final int ACCOUNTS_PER_RATE = 10;

    /** All but seed and guarantee, for people. */
    String setting() {
        return String.format(
                Locale.ROOT,
                "%s min at %,d events a second of %,d accounts, %d instances, commit interval %s",
                new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(length.toMillis() / 60_000.0),
                rate,
                accounts(),
                instances,
                commitMillis == null ? "as shipped" : commitMillis + " ms");
    }

    /** @throws ChaosException when there would be more events than can be kept until they are compared */
    void checkFits() {
        long events = historyEvents() + liveEvents();
        if (events > MOST_EVENTS) {
            throw ChaosException.ofUsage(String.format(
                    Locale.ROOT,
                    "--minutes and --rate make %,d events with their history, and %,d can be kept until they are compared:"
                            + " ask for less, or for several --runs.",
                    events,
                    MOST_EVENTS));
        }
    }

    int accounts() {
        return rate * ACCOUNTS_PER_RATE;
    }

    int historyEvents() {
        return accounts() * HISTORY_EVENTS_EACH;
    }

    long liveEvents() {
        return rate * length.toSeconds();
    }

    Instant historyFrom() {
        return LIVE.minus(HISTORY);
    }

    Instant liveFrom() {
        return LIVE;
    }

    Instant liveTo() {
        return LIVE.plus(length.multipliedBy(SPEED));
    }
}
