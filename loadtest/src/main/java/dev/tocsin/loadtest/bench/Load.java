package dev.tocsin.loadtest.bench;

import dev.tocsin.loadtest.bench.Milestone.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A detector that serves, and a rate at which it is sent events.
 *
 * <pre>
 *   ready ─▶ warm-up at the rate ─▶ until none is left ─▶ the span, measured ─▶ until none is left
 * </pre>
 */
final class Load {
    private static final Duration LOOK = Duration.ofMillis(50);

    /** Nothing is taken in for so long only when nothing will be. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ChildProcess detector;
    private final Input input;
    private final long perSecond;
    private long sent;

    Load(ChildProcess detector, Input input, long perSecond) {
        this.detector = detector;
        this.input = input;
        this.perSecond = perSecond;
    }

    /**
     * What was seen.
     *
     * @param warmUp events before those of the schedule
     * @param behind events that were sent and not taken in when the last one went out
     */
    record Seen(int warmUp, Schedule schedule, long behind, List<AlertWatch.Arrival> arrivals) {}

    /** Returns when every event that was sent has been taken in, and no alert comes any more. */
    Seen measure(Duration warmUp, Duration span, String alerts, Cluster cluster) {
        Milestone.await(detector, Kind.READY);
        int before = send(warmUp).events();
        awaitTakenIn();
        try (AlertWatch watch = AlertWatch.start(cluster, alerts)) {
            Schedule schedule = send(span);
            long behind = behind();
            awaitTakenIn();
            return new Seen(before, schedule, behind, watch.awaitQuiet());
        }
    }

    private Schedule send(Duration span) {
        Schedule schedule = new OpenLoop(input, perSecond).send(span);
        sent += schedule.events();
        return schedule;
    }

    private long behind() {
        return sent - Long.parseLong(detector.ask());
    }

    private void awaitTakenIn() {
        long least = Long.MAX_VALUE;
        long moved = System.nanoTime();
        for (long behind = behind(); behind > 0; behind = behind()) {
            if (behind < least) {
                least = behind;
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
                throw new BenchException("the detector is " + behind + " events behind and takes in none");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
