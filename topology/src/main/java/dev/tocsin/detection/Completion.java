package dev.tocsin.detection;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Landmark;
import dev.tocsin.account.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The moment at which a change may complete a sequence: finds what came before it, in event time and not too long ago.
 *
 * @param detector id of the sequence that it may complete
 * @param change the change that may complete it
 * @param look what is searched for passes through it
 */
record Completion(String detector, Moment moment, AccountChange change, SequenceSettings settings, Look look) {
    /** Stories in which staff acted are told apart: one must not silence the other. */
    private static final String STAFF = "/staff";

    AccountMemory before() {
        return moment.before();
    }

    /** The latest change of some types. */
    Trace after(Set<ChangeType> types) {
        return after(types, "", earlier -> true);
    }

    /**
     * The latest change of some types that is of a kind.
     *
     * @param kind says what it must be, such as {@code "from a new device"}
     */
    Trace after(Set<ChangeType> types, String kind, Predicate<AccountChange> isIt) {
        AccountChange latest = latest(earlier(types), isIt);
        boolean found = look.sees(
                "earlier change",
                () -> seen(latest, types),
                () -> Happening.anyOf(types) + (kind.isEmpty() ? "" : " " + kind) + ", " + window() + " before",
                latest != null);
        return found ? Trace.of(Objects.requireNonNull(latest)) : Trace.NONE;
    }

    private static @Nullable AccountChange latest(List<AccountChange> changes, Predicate<AccountChange> isIt) {
        for (int i = changes.size() - 1; i >= 0; i--) {
            if (isIt.test(changes.get(i))) {
                return changes.get(i);
            }
        }
        return null;
    }

    /** What was found, or else what comes nearest to it. */
    private String seen(@Nullable AccountChange found, Set<ChangeType> types) {
        List<AccountChange> alike = before().changes().stream()
                .filter(one -> types.contains(one.change()) && isEarlier(one))
                .toList();
        if (alike.isEmpty()) {
            return "none";
        }
        AccountChange nearest = found == null ? alike.get(alike.size() - 1) : found;
        boolean isOther = found == null && isInWindow(nearest);
        return nearest.change() + " " + ago(nearest) + (isOther ? ", but not such a one" : "");
    }

    /** How long before the change another event was, in words. */
    String ago(AccountEvent earlier) {
        return Facts.span(gapSince(earlier)) + " before";
    }

    /** The longest gap, in words. */
    String window() {
        return "at most " + Facts.span(settings.window());
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

    /**
     * The same, as what the story needs.
     *
     * @param kind says what login it must be, such as {@code "that raised an alert"}
     */
    List<Landmark> landmarks(String kind, Predicate<Landmark> isIt) {
        List<Landmark> earlier = landmarks(isIt);
        look.sees(
                "earlier login",
                () -> earlier.isEmpty()
                        ? "none"
                        : "one " + ago(earlier.get(earlier.size() - 1).login()),
                () -> "one " + kind + ", " + window() + " before",
                !earlier.isEmpty());
        return earlier;
    }

    private boolean isEarlier(AccountEvent earlier) {
        return AccountEvent.TIMELINE_ORDER.compare(earlier, change) < 0;
    }

    private boolean isInWindow(AccountEvent earlier) {
        return isEarlier(earlier)
                && change.atMillis() - earlier.atMillis() <= settings.window().toMillis();
    }

    /** True when the change comes from a device that was the owner's before the story began. */
    boolean isFromOwnersDevice(AccountEvent begin) {
        return before().devices().isKnownSinceBefore(change.source().device(), moment.atMillis(), begin.atMillis());
    }

    /**
     * The alerts that are open and say more than the story itself.
     *
     * <p>Left out is what was raised by an earlier change that completed the same story, or a story would make itself worse
     * with every repetition; and, when the change is late, what it raised when it came in order.
     *
     * @param first where the story began
     */
    List<Mark> openAlerts(AccountEvent first) {
        List<Mark> open = before().openAlerts(change.atMillis());
        List<Long> told = open.stream()
                .filter(mark -> isOfStory(mark, first))
                .map(Mark::atMillis)
                .toList();
        return open.stream()
                .filter(mark -> isFromBefore(mark) && !told.contains(mark.atMillis()))
                .toList();
    }

    private boolean isFromBefore(Mark mark) {
        long last = moment.late() ? change.atMillis() - 1 : change.atMillis();
        return mark.atMillis() <= last;
    }

    private boolean isOfStory(Mark mark, AccountEvent first) {
        return mark.key() == Signal.key(detector, discriminator(first, false))
                || mark.key() == Signal.key(detector, discriminator(first, true));
    }

    /** One incident for each first event. */
    static String discriminator(AccountEvent first, boolean withStaff) {
        return withStaff ? first.eventId() + STAFF : first.eventId();
    }

    Duration gapSince(AccountEvent begin) {
        return Duration.between(begin.occurredAt(), change.occurredAt());
    }
}
