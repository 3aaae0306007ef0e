package dev.tocsin.engine;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.EventId;
import dev.tocsin.account.Mark;
import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Evaluations;
import dev.tocsin.alerting.Explanation;
import dev.tocsin.alerting.Judge;
import dev.tocsin.alerting.Judgement;
import dev.tocsin.detection.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Works out what an arriving event changes: an account's alerts are a function of its events in event-time order, and the
 * engine emits the difference that one more event makes to that function.
 *
 * <pre>
 *   timeline without e:   … a   b   c          walked from where e belongs
 *   timeline with e:      … a   e   b   c      walked from where e belongs
 *   raised    = alerts of the second walk that the first lacks
 *   withdrawn = alerts of the first walk that the second lacks
 * </pre>
 *
 * <p>For an event in order the first walk is empty and the second one step. A repeated event is the same computation, so
 * it says again what it said, and changes nothing. Stateless and safe for any number of threads.
 */
public final class DetectionEngine {
    private final long graceMillis;
    private final RuleBook rules;

    /**
     * @param grace how far behind the account's newest event another may come and still be ordered in
     * @throws IllegalArgumentException when it is negative
     */
    public DetectionEngine(Duration grace, RuleBook rules) {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace must not be negative");
        }
        this.graceMillis = grace.toMillis();
        this.rules = rules;
    }

    public Outcome apply(AccountState state, AccountEvent event) {
        if (isRepeated(state, event)) {
            return repeat(state, event);
        }
        return isLate(state, event) ? takeLate(state, event) : insert(state, event);
    }

    private static boolean isRepeated(AccountState state, AccountEvent event) {
        return state.recent().indexOf(event.id()) >= 0 || state.hasSettled(event.id());
    }

    private boolean isLate(AccountState state, AccountEvent event) {
        return !state.recent().isEmpty()
                && (event.atMillis() <= state.settledThroughMillis()
                        || event.atMillis() < state.recent().newestMillis() - graceMillis);
    }

    /**
     * Says again what an event said that this state already contains, for when a crash fell between writing the state and
     * sending its alerts. The caller knows that the event was delivered before; its id need not be remembered any more.
     */
    public Outcome repeat(AccountState state, AccountEvent event) {
        int index = state.recent().indexOf(event.id());
        if (index < 0) {
            return repeatSettled(state, event);
        }
        AccountEvent first = state.recent().entries().get(index).event();
        Outcome said = insert(state.withRecent(state.recent().without(index)), first);
        return new Outcome(
                state, Arrival.DUPLICATE, said.raised(), said.withdrawn(), said.suppressed(), Evaluations.NONE);
    }

    private Outcome insert(AccountState state, AccountEvent event) {
        return Insertion.of(state, event, rules).outcome(graceMillis, rules);
    }

    /**
     * What an event changes in one state under the rules of two engines of one grace: the same as by {@link #apply} of each,
     * at little more than the price of one as long as both leave the same marks in memory.
     *
     * @return two outcomes, this engine's first; they share a state, but for its last alerts, wherever they can
     */
    public List<Outcome> applyBoth(DetectionEngine other, AccountState state, AccountEvent event) {
        if (!isRepeated(state, event) && !isLate(state, event)) {
            Insertion insertion = Insertion.of(state, event, rules);
            Insertion rejudged = insertion.rejudged(other.rules);
            if (rejudged != null) {
                Outcome outcome = insertion.outcome(graceMillis, rules);
                return List.of(outcome, rejudged.outcome(outcome.state()));
            }
        }
        return List.of(apply(state, event), other.apply(state, event));
    }

    /**
     * Tells why an event is judged as it is: one that arrives now, in its place or late, or again one that may still be
     * overtaken. Changes nothing.
     */
    public Explanation explain(AccountState state, AccountEvent event) {
        return explain(state, event.eventId()).orElseGet(() -> {
            Moment moment = isLate(state, event)
                    ? new Moment(state.memory(), event, true)
                    : Walk.moment(state.memoryBefore(state.recent().placeOf(event)), event);
            return Judge.explain(rules.rulesFor(event), moment);
        });
    }

    /** The same for an event that is remembered with all that it said: one that may still be overtaken. */
    public Optional<Explanation> explain(AccountState state, String eventId) {
        int index = state.recent().indexOf(EventId.of(eventId));
        if (index < 0) {
            return Optional.empty();
        }
        AccountEvent event = state.recent().entries().get(index).event();
        return Optional.of(Judge.explain(rules.rulesFor(event), Walk.moment(state.memoryBefore(index), event)));
    }

    /** The alerts that stand: of all recent events, and the last few of settled ones; oldest first. */
    public List<Alert> alertsOf(AccountState state) {
        List<Alert> alerts = new ArrayList<>(state.lastAlerts());
        alerts.addAll(
                Walk.over(state.settled(), state.recent().eventsFrom(0), rules).raised());
        return alerts;
    }

    /** Alerts that rest on a settled event, wherever they were raised. */
    private Outcome repeatSettled(AccountState state, AccountEvent event) {
        List<Alert> raised = alertsOf(state);
        raised.removeIf(alert -> !alert.signal().cites(event.eventId()));
        return new Outcome(state, Arrival.DUPLICATE, raised, List.of(), List.of(), Evaluations.NONE);
    }

    /**
     * Judges a late event against all that is remembered, and every remembered change after it that it may have led to.
     */
    private Outcome takeLate(AccountState state, AccountEvent event) {
        AccountMemory before = state.memory();
        Judgement own = Judge.judge(rules.rulesFor(event), new Moment(before, event, true));
        AccountMemory after = before.afterLate(event, own.marks());
        List<Alert> raised = new ArrayList<>(own.raised());
        List<Alert> suppressed = new ArrayList<>(own.suppressed());
        List<Mark> marks = new ArrayList<>(own.marks());
        for (AccountChange change : followUps(after, event)) {
            Judgement completed = Judge.judge(
                    rules.rulesFor(change), new Moment(after, change, true), signal -> signal.cites(event.eventId()));
            raised.addAll(completed.raised());
            suppressed.addAll(completed.suppressed());
            if (!completed.marks().isEmpty()) { // a second completion of one story has to cool down
                marks.addAll(completed.marks());
                after = before.afterLate(event, marks);
            }
        }
        AccountMemory taught = state.settled().afterLate(event, marks);
        AccountState next = Settling.settleLate(state, event, taught, raised);
        return new Outcome(next, Arrival.LATE, raised, List.of(), suppressed, own.evaluations());
    }

    private static List<AccountChange> followUps(AccountMemory memory, AccountEvent event) {
        return memory.changes().stream()
                .filter(change -> AccountEvent.TIMELINE_ORDER.compare(change, event) > 0)
                .toList();
    }
}
