package dev.tocsin.detection;

import static dev.tocsin.detection.Drill.STRANGER;

import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Mark;
import java.time.Duration;
import java.util.Set;

/**
 * A completed password reset, and within days a change of where the money goes.
 *
 * <p>Works because that is the shortest way from a mailbox to a bank account. People do the same honestly: they come back
 * to fix their bank details, and have forgotten the password. So what speaks for the owner (long-known device and network,
 * MFA, a destination that was in use before) lowers the severity, and what speaks against raises it. Blind when the
 * platform sends no event for the reset.
 */
final class ResetThenPayoutChange {
    /** The catalogue's S1: severity falls at 1 h and 24 h, the window ends at 72 h, inside every documented payout hold
     * (Amazon 3 d, Etsy 5 d); the hold is Amazon's. One incident per reset, so the cooldown is the window. Capped for
     * devices known for 30 days, the catalogue's base-rate rule. */
    static final SequenceSettings.Tiered DEFAULTS = new SequenceSettings.Tiered(
            Duration.ofDays(3),
            Duration.ofHours(1),
            Duration.ofHours(24),
            Duration.ofDays(3),
            Duration.ofDays(3),
            Duration.ofMinutes(10),
            Duration.ofDays(30));

    static final Sequence SEQUENCE = new Sequence(
            Sequence.profile("reset-then-payout-change", "T1098", "T1657").leaving(Mark.Trail.SEQUENCE),
            Sequence.PAYOUT,
            completion -> completion.after(Set.of(ChangeType.PASSWORD_RESET)),
            drill -> drill.change(ChangeType.PASSWORD_RESET, STRANGER)
                    .later(Duration.ofMillis(1))
                    .change(ChangeType.PAYOUT_CHANGED, STRANGER, 31, 32),
            new Sequence.Words(
                    "Payout change shortly after a password reset",
                    "Your password was reset, and soon after that the bank account for your payouts was changed."
                            + " If you did not do both, contact us now; we can hold the payout.",
                    Action.HOLD_PAYOUT));

    private ResetThenPayoutChange() {}
}
