package dev.tocsin.detection;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Landmark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The moment at which a change may complete a sequence: finds what came before it, in event time and not too long ago.
 *
 * @param change the change that may complete it
 */
record Completion(Moment moment, AccountChange change, SequenceSettings settings) {
    AccountMemory before() {
        return moment.before();
    }

    /** The latest change of some types. */
    Trace after(Set<ChangeType> types) {
        return after(types, earlier -> true);
    }

    /** The latest change of some types that is of a kind. */
    Trace after(Set<ChangeType> types, Predicate<AccountChange> isIt) {
        List<AccountChange> earlier = earlier(types);
        for (int i = earlier.size() - 1; i >= 0; i--) {
            if (isIt.test(earlier.get(i))) {
                return Trace.of(earlier.get(i));
            }
        }
        return Trace.NONE;
    }

    /** Changes of some types before this one, inside the window, in timeline order. */
    List<AccountChange> earlier(Set<ChangeType> types) {
        List<AccountChange> earlier = new ArrayList<>();
        for (AccountChange one : before().changes()) {
            if (types.contains(one.change()) && isInWindow(one)) {
                earlier.add(one);
            }
        }
        return earlier;
    }

    /** Landmarks of a kind before this change, inside the window, in timeline order. */
    List<Landmark> landmarks(Predicate<Landmark> isIt) {
        List<Landmark> earlier = new ArrayList<>();
        for (Landmark landmark : before().landmarks()) {
            if (isIt.test(landmark) && isInWindow(landmark.login())) {
                earlier.add(landmark);
            }
        }
        return earlier;
    }

    private boolean isInWindow(AccountEvent earlier) {
        return AccountEvent.TIMELINE_ORDER.compare(earlier, change) < 0
                && change.atMillis() - earlier.atMillis() <= settings.window().toMillis();
    }

    /** True when the change comes from a device that was the owner's before the story began. */
    boolean isFromOwnersDevice(AccountEvent begin) {
        return before().devices().isKnownSinceBefore(change.source().device(), moment.atMillis(), begin.atMillis());
    }

    Duration gapSince(AccountEvent begin) {
        return Duration.between(begin.occurredAt(), change.occurredAt());
    }
}
