package dev.tocsin.detection;

import static dev.tocsin.detection.Drill.STRANGER;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Mark;
import java.time.Duration;
import java.util.Set;

/**
 * Another payout destination, and within days a payout to it.
 *
 * <p>Works because this is the step at which the money leaves, and the last one at which it can be held. Owners do it
 * each time they change banks, so a long-known device and network cap it. Blind when the platform pays out by itself
 * and sends no event. A payout or a change that names no destination may belong to any.
 */
final class PayoutChangeThenWithdraw {
    /** The catalogue's S11: HIGH up to 72 h, Amazon's hold after a new bank account; CRITICAL while another sequence is
     * open. The cap is ours: every honest change of banks ends in a payout; seven days are what Google asks of a
     * device before sensitive actions. */
    static final SequenceSettings.Tiered DEFAULTS = new SequenceSettings.Tiered(
            Duration.ofDays(3),
            Duration.ZERO,
            Duration.ofDays(3),
            Duration.ofDays(3),
            Duration.ofDays(3),
            Duration.ofMinutes(10),
            Duration.ofDays(7));

    static final Sequence SEQUENCE = new Sequence(
            Sequence.profile("payout-change-then-withdraw", "T1657").leaving(Mark.Trail.SEQUENCE),
            Set.of(ChangeType.PAYOUT_REQUESTED),
            PayoutChangeThenWithdraw::trace,
            drill -> drill.change(ChangeType.PAYOUT_CHANGED, STRANGER, 31, 32)
                    .later(Duration.ofMillis(1))
                    .change(ChangeType.PAYOUT_REQUESTED, STRANGER, Hash64.NONE, 32),
            new Sequence.Words(
                    "Payout to a destination that was just changed",
                    "The bank account for your payouts was changed, and soon after that a payout to it was asked for."
                            + " If that was not you, contact us now; we can hold the payout.",
                    Action.HOLD_PAYOUT));

    private PayoutChangeThenWithdraw() {}

    private static Trace trace(Completion completion) {
        Trace changed = completion.after(
                Sequence.PAYOUT, "to where this payout goes", change -> leadsTo(completion.change(), change));
        return changed.found() && isUnderSequence(completion, changed.events().get(0)) ? changed.moved(1) : changed;
    }

    private static boolean isUnderSequence(Completion completion, AccountEvent first) {
        return completion.openAlerts(first).stream()
                .anyMatch(mark -> mark.trail() == Mark.Trail.SEQUENCE && mark.rank() >= Severity.MEDIUM.rank());
    }

    private static boolean leadsTo(AccountChange payout, AccountChange change) {
        return payout.newValue() == Hash64.NONE
                || change.newValue() == Hash64.NONE
                || payout.newValue() == change.newValue();
    }
}
