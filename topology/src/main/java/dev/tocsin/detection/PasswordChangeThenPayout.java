package dev.tocsin.detection;

import static dev.tocsin.detection.Drill.STRANGER;

import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Mark;
import java.time.Duration;
import java.util.Set;

/**
 * A password changed by somebody who is signed in, and within a day a change of where the money goes.
 *
 * <p>Works because a thief who has come in locks the owner out before the money moves. Weaker than a reset: it needs the
 * old password or an open session, and careful owners do it too. Blind to a thief who leaves the password alone.
 */
final class PasswordChangeThenPayout {
    /** The catalogue's S2: HIGH up to 1 h, then MEDIUM up to 24 h, the cooling-off of exchanges after a new password
     * (Binance). Capped like S1. */
    static final SequenceSettings.Tiered DEFAULTS = new SequenceSettings.Tiered(
            Duration.ofDays(1),
            Duration.ZERO,
            Duration.ofHours(1),
            Duration.ofDays(1),
            Duration.ofDays(3),
            Duration.ofMinutes(10),
            Duration.ofDays(30));

    static final Sequence SEQUENCE = new Sequence(
            Sequence.profile("password-change-then-payout", "T1098", "T1657").leaving(Mark.Trail.SEQUENCE),
            Sequence.PAYOUT,
            PasswordChangeThenPayout::trace,
            drill -> drill.change(ChangeType.PASSWORD_CHANGED, STRANGER)
                    .later(Duration.ofMillis(1))
                    .change(ChangeType.PAYOUT_CHANGED, STRANGER, 31, 32),
            new Sequence.Words(
                    "Payout change shortly after a password change",
                    "Your password was changed, and soon after that the bank account for your payouts was changed."
                            + " If you did not do both, contact us now; we can hold the payout.",
                    Action.HOLD_PAYOUT));

    private PasswordChangeThenPayout() {}

    /** LOW with fresh MFA on the owner's device, as the catalogue has it, however soon; the common step does the rest. */
    private static Trace trace(Completion completion) {
        Trace changed = completion.after(Set.of(ChangeType.PASSWORD_CHANGED));
        if (!changed.found()
                || !Circumstances.hasFreshMfa(completion, changed.events().get(0))) {
            return changed;
        }
        Severity tier =
                completion.settings().tier(completion.gapSince(changed.events().get(0)));
        return changed.moved(Severity.MEDIUM.rank() - tier.rank());
    }
}
