package dev.tocsin.detection;

import static dev.tocsin.detection.Drill.STRANGER;

import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Mark;
import java.time.Duration;
import java.util.Set;

/**
 * A new e-mail address, phone number or recovery option, and within a day a password reset.
 *
 * <p>Works because who controls the contact controls the reset: a thief with an open session replaces the contact, and then
 * the password. Owners change an address without resetting a password. Blind when the contact's change sends no event.
 */
final class EmailChangeThenReset {
    /** The catalogue's S5: HIGH up to 24 h; a payout change after it is S6's. */
    static final SequenceSettings.Tiered DEFAULTS = new SequenceSettings.Tiered(
            Duration.ofDays(1),
            Duration.ZERO,
            Duration.ofDays(1),
            Duration.ofDays(1),
            Duration.ofDays(3),
            Duration.ofMinutes(10),
            Duration.ZERO);

    static final Sequence SEQUENCE = new Sequence(
            Sequence.profile("email-change-then-reset", "T1098").leaving(Mark.Trail.SEQUENCE),
            Set.of(ChangeType.PASSWORD_RESET_REQUESTED, ChangeType.PASSWORD_RESET),
            completion -> completion.after(Sequence.CONTACT),
            drill -> drill.change(ChangeType.EMAIL_CHANGED, STRANGER)
                    .later(Duration.ofMillis(1))
                    .change(ChangeType.PASSWORD_RESET, STRANGER),
            new Sequence.Words(
                    "Password reset after a contact change",
                    "The e-mail address, phone number or recovery option of your account was changed, and then the password was reset."
                            + " If you did not do both, contact us now.",
                    Action.LOCK_ACCOUNT));

    private EmailChangeThenReset() {}
}
