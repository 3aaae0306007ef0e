package dev.tocsin.cli;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.alerting.Alert;
import dev.tocsin.codec.AlertMessage;
import dev.tocsin.engine.AccountState;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.engine.Outcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The production engine over one event after another, with the accounts' states in memory.
 *
 * <p>An alert's {@code raised_at} is the time of the event whose arrival raised it, so that the same events give the same
 * bytes. What an event says again because it came twice is left out: nothing was lost between the two.
 */
final class Replay {
    private final DetectionEngine engine;
    private final AlertLines alerts;
    private final @Nullable AlertLines suppressed;
    private final ReplayReport report;

    /** All that grows with the input, and the place to change when files outgrow memory. */
    private final Map<String, AccountState> states = new HashMap<>();

    /** @param suppressed null to only count them */
    Replay(DetectionEngine engine, AlertLines alerts, @Nullable AlertLines suppressed, ReplayReport report) {
        this.engine = engine;
        this.alerts = alerts;
        this.suppressed = suppressed;
        this.report = report;
    }

    void take(AccountEvent event) {
        AccountState before = states.getOrDefault(event.accountId(), AccountState.EMPTY);
        Outcome outcome = engine.apply(before, event);
        states.put(event.accountId(), outcome.state());
        report.arrived(outcome.arrival());
        if (!outcome.isRepetition()) {
            report.add(outcome);
            write(outcome, event.occurredAt());
        }
    }

    private void write(Outcome outcome, Instant raisedAt) {
        write(alerts, outcome.withdrawn(), true, raisedAt); // in the order of DetectionProcessor
        write(alerts, outcome.raised(), false, raisedAt);
        if (suppressed != null) {
            write(suppressed, outcome.suppressed(), false, raisedAt);
        }
    }

    private static void write(AlertLines lines, List<Alert> alerts, boolean withdrawn, Instant raisedAt) {
        for (Alert alert : alerts) {
            lines.write(new AlertMessage(alert, withdrawn, raisedAt));
        }
    }

    int accounts() {
        return states.size();
    }
}
