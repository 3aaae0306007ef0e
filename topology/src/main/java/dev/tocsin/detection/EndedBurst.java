package dev.tocsin.detection;

import dev.tocsin.account.Burst;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A burst that a success came soon after.
 *
 * @param count of its events inside one window, counted up to {@link Burst#MAX}
 * @param endMillis event time of the event that completed it
 * @param last the newest event of its kind, the burst's own or a straggler's
 * @param sinceLast time between that and the success
 */
record EndedBurst(int count, long endMillis, Evidence last, Duration sinceLast) {
    /**
     * What makes a burst, and what still belongs to it.
     *
     * @param size events
     * @param window in which they must all fall
     * @param successWithin how soon after the last of them a success must come
     */
    record Limits(int size, Duration window, Duration successWithin) {}

    /**
     * The latest burst before a success, if the success came soon enough.
     *
     * @param what the newest of its events is called
     */
    static Optional<EndedBurst> before(long atMillis, Burst burst, Limits limits, String what, Look look) {
        long window = limits.window().toMillis();
        List<Burst.Hit> run = burst.latestRun(limits.size(), window);
        boolean isBurst = !run.isEmpty() && burst.lastEvent() != null;
        int most = look.isRecorded() ? most(burst, window) : isBurst ? limits.size() : 0;
        if (!look.reaches("burst before", most, limits.size(), limits.window())) {
            return Optional.empty();
        }
        long end = run.get(run.size() - 1).atMillis();
        if (!look.isWithin("time since then", atMillis - end, limits.successWithin())) {
            return Optional.empty();
        }
        long last = burst.lastMillis();
        return Optional.of(new EndedBurst(
                burst.within(end, window).size(),
                end,
                new Evidence(String.valueOf(burst.lastEvent()), what, Instant.ofEpochMilli(last)),
                Duration.ofMillis(atMillis - last)));
    }

    /** The most events that any window of the remembered time holds. */
    private static int most(Burst burst, long window) {
        return burst.hits().stream()
                .mapToInt(hit -> burst.within(hit.atMillis(), window).size())
                .max()
                .orElse(0);
    }
}
