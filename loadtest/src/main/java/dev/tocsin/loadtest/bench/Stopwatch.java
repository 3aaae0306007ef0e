package dev.tocsin.loadtest.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Takes readings when the ends of the passes go by, and waits until all records are taken in. */
final class Stopwatch {
    /** A pass takes a second at least. */
    private static final long LOOK_NANOS = Duration.ofMillis(5).toNanos();

    /** Nothing moves for so long only when nothing will. */
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

    private final Subject subject;
    private final Clocks clocks;

    Stopwatch(Subject subject, Clocks clocks) {
        this.subject = subject;
        this.clocks = clocks;
    }

    /** Returns when all of the slice has been taken in. */
    List<Pass> time(Slice slice) {
        List<Pass> passes = new ArrayList<>();
        int cores = Runtime.getRuntime().availableProcessors();
        Reading before = awaitRecords(slice.warmUp());
        for (int i = 1; i <= slice.passes(); i++) {
            Reading after = awaitRecords(slice.warmUp() + i * slice.pass());
            passes.add(Pass.between(before, after, cores));
            before = after;
        }
        awaitRecords(slice.records());
        return passes;
    }

    private Reading awaitRecords(long wanted) {
        long last = -1;
        long moved = System.nanoTime();
        while (true) {
            long now = subject.processed();
            if (now >= wanted) {
                return clocks.read(now);
            }
            if (now != last) {
                last = now;
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > PATIENCE_NANOS) {
                throw new IllegalStateException("stuck at " + now + " of " + wanted + " records");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
