package dev.tocsin.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps an account's latest changes within their bounds.
 *
 * <p>What gives way is the oldest change of the most frequent type: a flood of password resets asked for must not push out
 * the one e-mail change that a theft began with.
 */
final class ChangeLog {
    private ChangeLog() {}

    /** The changes with one more, in timeline order. */
    static List<AccountChange> with(List<AccountChange> changes, AccountChange change) {
        List<AccountChange> next = new ArrayList<>(changes);
        next.add(change.asRemembered());
        next.sort(AccountEvent.TIMELINE_ORDER);
        while (next.size() > AccountMemory.MAX_CHANGES || bytes(next) > AccountMemory.MAX_CHANGE_BYTES) {
            next.remove(dispensable(next));
        }
        return next;
    }

    private static int bytes(Collection<AccountChange> changes) {
        return changes.stream().mapToInt(Bounded::bytes).sum();
    }

    private static AccountChange dispensable(List<AccountChange> changes) {
        Map<ChangeType, Integer> counts = new EnumMap<>(ChangeType.class);
        changes.forEach(change -> counts.merge(change.change(), 1, Integer::sum));
        AccountChange oldest = changes.get(0);
        for (AccountChange change : changes) {
            boolean isMoreFrequent = count(counts, change) > count(counts, oldest);
            oldest = isMoreFrequent ? change : oldest;
        }
        return oldest;
    }

    private static int count(Map<ChangeType, Integer> counts, AccountChange change) {
        return counts.getOrDefault(change.change(), 0);
    }
}
