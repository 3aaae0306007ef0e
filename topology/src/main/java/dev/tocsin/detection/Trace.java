package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What led to a change: the events of the story before it, and what they say of its severity.
 *
 * @param events in timeline order; empty when the change alone tells the story
 * @param severity in place of the tier by gap, if the events say it
 * @param steps by which the events move the severity
 * @param reason why it cannot be told whether there is a story, null when it can
 * @param found whether there is a story
 */
record Trace(
        boolean found,
        List<AccountEvent> events,
        @Nullable Severity severity,
        int steps,
        @Nullable String reason) {
    static final Trace NONE = new Trace(false, List.of(), null, 0, null);

    static Trace of(AccountEvent event) {
        return of(List.of(event));
    }

    static Trace of(List<? extends AccountEvent> events) {
        return new Trace(true, List.copyOf(events), null, 0, null);
    }

    static Trace notEvaluable(String reason) {
        return new Trace(false, List.of(), null, 0, reason);
    }

    Trace weighing(Severity own) {
        return new Trace(found, events, own, steps, reason);
    }

    Trace moved(int by) {
        return new Trace(found, events, severity, steps + by, reason);
    }
}
