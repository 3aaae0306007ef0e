package dev.tocsin.loadtest.demo;

import dev.tocsin.metrics.DetectionMetrics;
import java.util.concurrent.atomic.AtomicLong;

/** Counts how far the detector has come, and passes everything on to its metrics. */
final class Tally implements DetectionMetrics {
    private final DetectionMetrics next;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong alerts = new AtomicLong();

    Tally(DetectionMetrics next) {
        this.next = next;
    }

    /** Records that were read to the end. */
    long done() {
        return done.get();
    }

    /** Alerts raised and taken back so far; each is a record on its way. */
    long alerts() {
        return alerts.get();
    }

    @Override
    public void deadLetter(String type, String reason) {
        next.deadLetter(type, reason);
        done.incrementAndGet();
    }

    @Override
    public void taken(Taken taken) {
        next.taken(taken);
        alerts.addAndGet(taken.outcome().raised().size()
                + (long) taken.outcome().withdrawn().size());
        done.incrementAndGet();
    }

    @Override
    public void registryCallFailed() {
        next.registryCallFailed();
    }
}
