package dev.tocsin.engine;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Timeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event put in its place on the timeline, and the walks without and with it.
 *
 * @param memories before each of the recent events that stay before it, and before itself
 */
record Insertion(AccountState state, List<AccountMemory> memories, Walk without, Walk with) {
    static Insertion of(AccountState state, AccountEvent event, RuleBook rules) {
        Timeline timeline = state.recent();
        int place = timeline.placeOf(event);
        List<AccountMemory> memories = state.memoriesUpTo(place);
        AccountMemory memory = memories.get(place);
        List<AccountEvent> tail = timeline.eventsFrom(place);
        Walk without = Walk.over(memory, tail, rules);
        tail.add(0, event);
        return new Insertion(state, memories, without, Walk.over(memory, tail, rules));
    }

    /** The same under other rules; null when they leave other marks. */
    @Nullable
    Insertion rejudged(RuleBook rules) {
        Walk otherWithout = without.rejudged(rules);
        Walk otherWith = otherWithout == null ? null : with.rejudged(rules);
        return otherWithout == null || otherWith == null
                ? null
                : new Insertion(state, memories, otherWithout, otherWith);
    }

    /** The number of recent events before it. */
    private int place() {
        return memories.size() - 1;
    }

    Outcome outcome(long graceMillis, RuleBook rules) {
        AccountState next = state.withRecent(state.recent().replacedFrom(place(), with.entries()));
        return outcome(Settling.settle(next, memories, graceMillis, rules));
    }

    Outcome outcome(AccountState next) {
        return new Outcome(
                next,
                place() == state.recent().size() ? Arrival.IN_ORDER : Arrival.OUT_OF_ORDER,
                Walk.lackingIn(without.raised(), with.raised()),
                Walk.idsLackingIn(with.raised(), without.raised()),
                Walk.lackingIn(without.suppressed(), with.suppressed()),
                with.firstEvaluations());
    }
}
