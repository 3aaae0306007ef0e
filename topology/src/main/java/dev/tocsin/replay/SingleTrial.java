package dev.tocsin.replay;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.engine.Outcome;
import java.util.List;

/**
 * Judges under one thresholds document, and writes what the detector would send.
 *
 * <p>An alert's {@code raised_at} is the time of the event whose arrival raised it, so that the same events give the same
 * bytes. What an event says again because it came twice is left out: nothing was lost between the two.
 */
final class SingleTrial implements Trial {
    private final DetectionEngine engine;
    private final boolean writesHeld;

    /** @param writesHeld whether what was suppressed is written too */
    SingleTrial(DetectionEngine engine, boolean writesHeld) {
        this.engine = engine;
        this.writesHeld = writesHeld;
    }

    @Override
    public Judged judge(Accounts accounts, AccountEvent event) {
        Outcome outcome = engine.apply(accounts.get(event.accountId()).now(), event);
        if (outcome.isRepetition()) {
            return new Judged(event, outcome, null, List.of(), AlertLines.NONE, AlertLines.NONE);
        }
        accounts.put(event.accountId(), new Account(outcome.state().withoutLastAlerts()));
        byte[] lines = new AlertLines(event.occurredAt())
                .withdrawn(outcome.withdrawn()) // in the order of DetectionProcessor
                .raised(outcome.raised())
                .toBytes();
        byte[] held = writesHeld
                ? new AlertLines(event.occurredAt())
                        .raised(outcome.suppressed())
                        .toBytes()
                : AlertLines.NONE;
        return new Judged(event, outcome, null, List.of(), lines, held);
    }
}
