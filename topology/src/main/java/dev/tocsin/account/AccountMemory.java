package dev.tocsin.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account's past looks like: everything learned from its events up to a moment, in bounded collections.
 *
 * <p>Immutable; {@link #after} is the only step, and a memory is the fold of that step over the account's events in
 * timeline order. Memory does not know thresholds: it remembers the same whatever is judged from it, so that a detector
 * can be switched on or tuned without learning anew.
 *
 * <p>Nothing in here needs the event that taught it, so the bound of each collection bounds the bytes:
 *
 * <pre>
 *   countries, networks, devices, cities   32 each   9, 11, 15 and 21 bytes apiece
 *   positions, changes                  8 and 16     60 to 150 bytes apiece, 1,024 and 1,280 in all
 *   transitions, destinations                  8     11 and 8 bytes apiece
 *   window, marks                      21 and 16     4 and 13 bytes apiece
 * </pre>
 *
 * @param learningSinceMillis event time of the first event, or of the first after {@link #RELEARN_AFTER}
 * @param learnedLogins successful logins since then, counted up to {@link #MAX_LEARNED}
 * @param lastSuccessMillis event time of the latest successful login, 0 before any
 * @param positions the latest located login of each place, oldest first
 * @param changes of the last {@link #KEPT}, in timeline order
 * @param destinations payout destinations that were in use and not set under an open HIGH alert, least recent first
 */
public record AccountMemory(
        long learningSinceMillis,
        int learnedLogins,
        long lastSuccessMillis,
        KnownSet countries,
        KnownSet cities,
        KnownSet networks,
        KnownSet devices,
        List<Login> positions,
        List<Transition> transitions,
        List<AccountChange> changes,
        List<Long> destinations,
        @Nullable MfaPass lastMfa,
        AttemptWindow window,
        AttemptBaseline baseline,
        List<Mark> marks) {
    public static final int MAX_LEARNED = 255;
    public static final int MAX_POSITIONS = 8;
    public static final int MAX_POSITION_BYTES = 1_024;
    public static final int MAX_CHANGES = 16;
    public static final int MAX_CHANGE_BYTES = 1_280;
    public static final int MAX_DESTINATIONS = 8;
    public static final int MAX_MARKS = 16;

    /** How long changes and marks are kept: the longest window that a sequence, and a cooldown, may be given. */
    public static final Duration KEPT = Duration.ofDays(7);

    /** After half a year of silence the old habits say little; the catalogue's shared rule. */
    public static final Duration RELEARN_AFTER = Duration.ofDays(180);

    public static final AccountMemory EMPTY = new AccountMemory(
            0,
            0,
            0,
            KnownSet.EMPTY,
            KnownSet.EMPTY,
            KnownSet.EMPTY,
            KnownSet.EMPTY,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            AttemptWindow.EMPTY,
            AttemptBaseline.EMPTY,
            List.of());

    /** The memory after one more event and the alerts that it raised. */
    public AccountMemory after(AccountEvent event, List<Mark> raised) {
        return new Step(this).take(event, raised);
    }

    /**
     * The memory after an event that came later than the grace: a change is kept for the sequences it may belong to, but
     * no habit, position or baseline is learned from the past, where a replayed old event could plant it.
     */
    public AccountMemory afterLate(AccountEvent event, List<Mark> raised) {
        return new Step(this).takeLate(event, raised);
    }

    /** True when the account was silent for so long that a success at this moment starts its learning anew. */
    public boolean isDormantAt(long atMillis) {
        return isDormant(lastSuccessMillis, atMillis);
    }

    static boolean isDormant(long lastSuccessMillis, long atMillis) {
        return lastSuccessMillis != 0 && atMillis - lastSuccessMillis > RELEARN_AFTER.toMillis();
    }

    public boolean hasOpenAlert(long atMillis, int atLeastRank) {
        return Mark.anyOpen(marks, atMillis, atLeastRank);
    }

    /** The latest located login at or before a moment. */
    public @Nullable Login positionBefore(long atMillis) {
        Login before = null;
        for (Login position : positions) {
            before = position.atMillis() <= atMillis ? position : before;
        }
        return before;
    }

    /** The earliest located login after a moment; there is one only for an event that came late. */
    public @Nullable Login positionAfter(long atMillis) {
        for (Login position : positions) {
            if (position.atMillis() > atMillis) {
                return position;
            }
        }
        return null;
    }

    /** On how many days the account went from one place straight to another. */
    public int daysWithTransition(Source from, Source to) {
        long key = transitionKey(from, to);
        for (Transition transition : transitions) {
            if (transition.key() == key) {
                return transition.days();
            }
        }
        return 0;
    }

    static long transitionKey(Source from, Source to) {
        return Hash64.ofPair(from.placeKey(), to.placeKey());
    }

    static <T> List<T> latest(List<T> items, int bound) {
        return items.size() <= bound ? items : new ArrayList<>(items.subList(items.size() - bound, items.size()));
    }

    /** The latest events, as many as number and bytes allow. */
    static <E extends AccountEvent> List<E> latest(List<E> events, int bound, int maxBytes) {
        int first = events.size();
        int bytes = 0;
        while (first > 0 && events.size() - first < bound) {
            E event = events.get(first - 1);
            bytes += event.footprint() + event.source().footprint();
            if (bytes > maxBytes) {
                break;
            }
            first--;
        }
        return first == 0 ? events : new ArrayList<>(events.subList(first, events.size()));
    }

    static List<AccountChange> inOrder(List<AccountChange> changes) {
        changes.sort(Comparator.comparing(AccountChange::occurredAt).thenComparing(AccountChange::eventId));
        return changes;
    }
}
