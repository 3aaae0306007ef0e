package dev.tocsin.detection;

import static dev.tocsin.detection.Drill.STRANGER;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Contact, second factor and sessions, all changed within an hour, in any order: the owner is being locked out.
 *
 * <p>Works because each of the three is ordinary and the three together are not. Blind when one of them sends no event.
 */
final class OwnerLockout {
    private static final List<Set<ChangeType>> GROUPS = List.of(
            Sequence.CONTACT,
            Set.of(ChangeType.MFA_ENROLLED, ChangeType.MFA_DISABLED),
            Set.of(ChangeType.SESSIONS_REVOKED));

    /** The catalogue's S12: CRITICAL, all three within 60 min; a day's cooldown, since three more changes are more of it. */
    static final SequenceSettings.Tiered DEFAULTS = new SequenceSettings.Tiered(
            Duration.ofDays(1),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofDays(3),
            Duration.ofMinutes(10),
            Duration.ZERO);

    static final Sequence SEQUENCE = new Sequence(
            Sequence.profile("owner-lockout", "T1531").leaving(Mark.Trail.SEQUENCE),
            GROUPS.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet()),
            OwnerLockout::trace,
            drill -> drill.change(ChangeType.EMAIL_CHANGED, STRANGER)
                    .later(Duration.ofMillis(1))
                    .change(ChangeType.MFA_ENROLLED, STRANGER)
                    .later(Duration.ofMillis(1))
                    .change(ChangeType.SESSIONS_REVOKED, STRANGER),
            new Sequence.Words(
                    "The owner is being locked out",
                    "Contact details and two-step sign-in of your account were changed, and all devices were signed out."
                            + " If that was not you, contact us now.",
                    Action.LOCK_ACCOUNT));

    private OwnerLockout() {}

    /** From the first of each kind on, so that one more change after the lockout is told of the same incident. */
    private static Trace trace(Completion completion) {
        List<AccountChange> story = new ArrayList<>();
        boolean isWhole = true;
        for (Set<ChangeType> group : GROUPS) {
            List<AccountChange> earlier = completion.earlier(group);
            story.addAll(earlier.subList(0, Math.min(1, earlier.size())));
            isWhole &= isChanged(completion, group, earlier);
        }
        story.sort(AccountChange.TIMELINE_ORDER);
        return isWhole ? Trace.of(story) : Trace.NONE;
    }

    private static boolean isChanged(Completion completion, Set<ChangeType> group, List<AccountChange> earlier) {
        boolean isNow = group.contains(completion.change().change());
        return completion
                .look()
                .sees(
                        "one of the three",
                        () -> isNow ? "this change" : earlier.isEmpty() ? "none" : completion.ago(earlier.get(0)),
                        () -> Happening.anyOf(group) + ", " + completion.window() + " before",
                        isNow || !earlier.isEmpty());
    }
}
