package dev.tocsin.loadtest.bench;

import dev.tocsin.loadtest.bench.Milestone.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A detector that serves, and a rate at which it is sent events.
 *
 * <pre>
 *   what is there already, as fast as it can, until none is left
 *       ─▶ at the rate: a lead, and the span, which is measured ─▶ until none is left
 * </pre>
 *
 * <p>At the rate alone the compiler would need minutes, and what is measured would be the compiler.
 */
final class Load {
    private static final Duration LOOK = Duration.ofMillis(50);

    /** Nothing is taken in for so long only when nothing will be. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ChildProcess detector;
    private final Input input;
    private final long perSecond;
    private long sent;

    /** @param warmUp events of the input that the detector has not taken in yet */
    Load(ChildProcess detector, Input input, long warmUp, long perSecond) {
        this.detector = detector;
        this.input = input;
        this.perSecond = perSecond;
        this.sent = warmUp;
    }

    /**
     * What was seen.
     *
     * @param first event of the schedule after the lead
     * @param behind events that were sent and not taken in when the last one went out
     * @param late events that came too late to be ordered in
     */
    record Seen(Schedule schedule, int first, long behind, long late, List<AlertWatch.Arrival> arrivals) {}

    /** Returns when every event that was sent has been taken in, and no alert comes any more. */
    Seen measure(Duration lead, Duration span, String alerts, Cluster cluster) {
        Milestone.await(detector, Kind.READY);
        awaitTakenIn();
        try (AlertWatch watch = AlertWatch.start(cluster, alerts)) {
            Schedule schedule = new OpenLoop(input, perSecond).send(lead.plus(span));
            sent += schedule.events();
            long behind = behind();
            awaitTakenIn();
            return new Seen(schedule, schedule.eventsIn(lead), behind, taken().late(), watch.awaitQuiet());
        }
    }

    private long behind() {
        return sent - taken().records();
    }

    private ServingMain.Taken taken() {
        return Json.read(detector.ask(), ServingMain.Taken.class);
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
