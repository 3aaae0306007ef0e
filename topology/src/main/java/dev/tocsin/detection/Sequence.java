package dev.tocsin.detection;

import dev.tocsin.account.ChangeType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One thing after another, as data: what may complete the story, how to find what led to it, and what to say of it.
 *
 * <pre>
 *   anchor ─────── gap ───────▶ completing change
 *     found by the search,       severity: tier by gap (or what was found says)
 *     inside the window                     moved by {@link Circumstances}
 * </pre>
 *
 * @param completedBy the changes that may end the story
 * @param search finds what led to such a change
 * @param plot the smallest story, told to a {@link Drill}
 */
record Sequence(
        Profile profile,
        Set<ChangeType> completedBy,
        Function<Completion, Trace> search,
        UnaryOperator<Drill> plot,
        Words words) {
    static final Set<ChangeType> PAYOUT = Set.of(ChangeType.PAYOUT_CHANGED);
    static final Set<ChangeType> MONEY = Set.of(ChangeType.PAYOUT_CHANGED, ChangeType.PAYOUT_REQUESTED);
    static final Set<ChangeType> CONTACT =
            Set.of(ChangeType.EMAIL_CHANGED, ChangeType.PHONE_CHANGED, ChangeType.RECOVERY_CHANGED);

    static final Set<ChangeType> SENSITIVE =
            Arrays.stream(ChangeType.values()).filter(ChangeType::isSensitive).collect(Collectors.toUnmodifiableSet());

    /** Every key that any sequence tells; those that do not apply are left out. */
    static final List<String> FACTS = List.of(
            "first",
            "first_at",
            "first_by",
            "first_place",
            "then",
            "then_at",
            "then_by",
            "then_place",
            "gap",
            "threshold",
            "first_device",
            "then_device",
            "device_age_days",
            "distance_km",
            "destination",
            "mfa",
            "open_alert",
            "capped",
            "staff",
            "incident",
            "ip");

    /**
     * What is said of the whole.
     *
     * @param title a headline
     * @param ownerMessage for the account's owner
     * @param action from MEDIUM on
     */
    record Words(String title, String ownerMessage, Action action) {}

    /** The profile of a sequence: it looks at changes, and tells what every sequence tells. */
    static Profile profile(String id, String... techniques) {
        return Profile.onChanges(id, Profile.Kind.SEQUENCE, List.of(techniques), FACTS);
    }

    Detector with(SequenceSettings settings) {
        return new SequenceDetector(this, settings);
    }
}
