package dev.tocsin.detection;

import static dev.tocsin.detection.Drill.STRANGER;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Mark;
import java.time.Duration;
import java.util.Set;

/**
 * A new second factor enrolled from a device that the account did not have before, and within days a change of where the
 * money goes.
 *
 * <p>Works because thieves enrol a factor of their own to stay (Storm-2657, the payroll pirate). The device counts as
 * new if it is not known, or was first seen no more than the window before the enrolment: passing the new factor makes
 * it known at once. Blind to a thief on a device of the owner.
 */
final class MfaEnrolledThenPayout {
    /** The catalogue's S4: HIGH up to 72 h. */
    static final SequenceSettings.Tiered DEFAULTS = new SequenceSettings.Tiered(
            Duration.ofDays(3),
            Duration.ZERO,
            Duration.ofDays(3),
            Duration.ofDays(3),
            Duration.ofDays(3),
            Duration.ofMinutes(10),
            Duration.ZERO);

    static final Sequence SEQUENCE = new Sequence(
            Sequence.profile("mfa-enrolled-then-payout", "T1098.005", "T1657").leaving(Mark.Trail.SEQUENCE),
            Sequence.PAYOUT,
            MfaEnrolledThenPayout::trace,
            drill -> drill.change(ChangeType.MFA_ENROLLED, STRANGER)
                    .later(Duration.ofMillis(1))
                    .change(ChangeType.PAYOUT_CHANGED, STRANGER, 31, 32),
            new Sequence.Words(
                    "Payout change after a new second factor",
                    "A new device was set up to confirm sign-ins, and after that the bank account for your payouts was changed."
                            + " If you did not do both, contact us now; we can hold the payout.",
                    Action.HOLD_PAYOUT));

    private static final Set<ChangeType> ENROLMENT = Set.of(ChangeType.MFA_ENROLLED);

    private MfaEnrolledThenPayout() {}

    private static Trace trace(Completion completion) {
        Trace enrolled =
                completion.after(ENROLMENT, "from a new device", enrolment -> isFromNewDevice(completion, enrolment));
        boolean cannotTell = !enrolled.found()
                && completion.earlier(ENROLMENT).stream().anyMatch(MfaEnrolledThenPayout::isFromNowhere);
        return cannotTell ? Trace.notEvaluable("no-device") : enrolled;
    }

    private static boolean isFromNowhere(AccountChange enrolment) {
        return enrolment.source().device() == Hash64.NONE;
    }

    private static boolean isFromNewDevice(Completion completion, AccountChange enrolment) {
        long windowBefore =
                enrolment.atMillis() - completion.settings().window().toMillis();
        return !isFromNowhere(enrolment)
                && !completion
                        .before()
                        .devices()
                        .isKnownSinceBefore(enrolment.source().device(), enrolment.atMillis(), windowBefore);
    }
}
