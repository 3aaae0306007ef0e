package dev.tocsin.detection;

import static dev.tocsin.detection.Drill.STRANGER;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Initiator;
import dev.tocsin.account.Mark;
import java.time.Duration;
import java.util.Set;

/**
 * The second factor switched off, and within days a change of where the money goes, or a payout.
 *
 * <p>Works because the second factor is what stands between a stolen password and the money; few owners take it away just
 * before they deal with money. Blind where the platform sends no event for it, or factors are replaced without one.
 */
final class MfaDisabledThenPayout {
    /** The catalogue's S3: CRITICAL up to 24 h, then HIGH up to 72 h. Binance freezes withdrawals for 24 h after the
     * same change, ProBit for 72 h. */
    static final SequenceSettings.Tiered DEFAULTS = new SequenceSettings.Tiered(
            Duration.ofDays(3),
            Duration.ofHours(24),
            Duration.ofDays(3),
            Duration.ofDays(3),
            Duration.ofDays(3),
            Duration.ofMinutes(10),
            Duration.ZERO);

    static final Sequence SEQUENCE = new Sequence(
            Sequence.profile("mfa-disabled-then-payout", "T1556.006", "T1657").leaving(Mark.Trail.SEQUENCE),
            Sequence.MONEY,
            completion -> isAskedFor(completion) ? completion.after(Set.of(ChangeType.MFA_DISABLED)) : Trace.NONE,
            drill -> drill.change(ChangeType.MFA_DISABLED, STRANGER)
                    .later(Duration.ofMillis(1))
                    .change(ChangeType.PAYOUT_CHANGED, STRANGER, 31, 32),
            new Sequence.Words(
                    "Money moved after the second factor was switched off",
                    "Two-step sign-in was switched off, and after that your payouts were changed or paid out."
                            + " If you did not do both, contact us now; we can hold the payout.",
                    Action.HOLD_PAYOUT));

    private MfaDisabledThenPayout() {}

    /** Unless the platform pays out as it does every week. */
    private static boolean isAskedFor(Completion completion) {
        AccountChange change = completion.change();
        boolean isScheduled = change.change() == ChangeType.PAYOUT_REQUESTED && change.initiator() == Initiator.SYSTEM;
        return completion.look().sees("initiator", change.initiator(), "not SYSTEM for a payout", !isScheduled);
    }
}
