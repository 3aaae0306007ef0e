package dev.tocsin.detection;

import static dev.tocsin.detection.Drill.STRANGER;

import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Mark;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A recovery option used to get into the account, and within days a sensitive change.
 *
 * <p>Works because recovery goes around the password and the second factor. What recovery is for, a new password, does not
 * count. Owners who come back after months change other things as well, so severity falls with time. Blind when recovery
 * sends no event.
 */
final class RecoveryUsed {
    private static final Set<ChangeType> AFTERWARDS = Sequence.SENSITIVE.stream()
            .filter(change -> change != ChangeType.PASSWORD_RESET && change != ChangeType.PASSWORD_CHANGED)
            .collect(Collectors.toUnmodifiableSet());

    /** The catalogue's S15, severity by recency as keycloak-adaptive has it: 1 h, 24 h, 7 d. */
    static final SequenceSettings.Tiered DEFAULTS = new SequenceSettings.Tiered(
            Duration.ofDays(7),
            Duration.ofHours(1),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(3),
            Duration.ofMinutes(10),
            Duration.ZERO);

    static final Sequence SEQUENCE = new Sequence(
            Sequence.profile("recovery-used", "T1098").leaving(Mark.Trail.SEQUENCE),
            AFTERWARDS,
            completion -> completion.after(Set.of(ChangeType.RECOVERY_USED)),
            drill -> drill.change(ChangeType.RECOVERY_USED, STRANGER)
                    .later(Duration.ofMillis(1))
                    .change(ChangeType.EMAIL_CHANGED, STRANGER),
            new Sequence.Words(
                    "Sensitive change after account recovery",
                    "Your account was opened with a recovery option, and then something important was changed."
                            + " If that was not you, contact us now.",
                    Action.HOLD_PAYOUT));

    private RecoveryUsed() {}
}
