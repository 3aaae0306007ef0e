package dev.tocsin.detection;

import static dev.tocsin.detection.Drill.STRANGER;

import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Mark;
import java.time.Duration;

/**
 * A new e-mail address, phone number or recovery option, and within days a change of where the money goes.
 *
 * <p>Works because a thief first sees to it that the owner does not hear of it. Exchanges hold withdrawals for three
 * days after the same change. Blind when the contact's change sends no event, as many platforms do.
 */
final class ContactChangeThenPayout {
    /** The catalogue's S6: CRITICAL up to 24 h, then HIGH up to 72 h, Binance's freeze after a new e-mail address. */
    static final SequenceSettings.Tiered DEFAULTS = new SequenceSettings.Tiered(
            Duration.ofDays(3),
            Duration.ofHours(24),
            Duration.ofDays(3),
            Duration.ofDays(3),
            Duration.ofDays(3),
            Duration.ofMinutes(10),
            Duration.ZERO);

    static final Sequence SEQUENCE = new Sequence(
            Sequence.profile("contact-change-then-payout", "T1098", "T1657").leaving(Mark.Trail.SEQUENCE),
            Sequence.PAYOUT,
            completion -> completion.after(Sequence.CONTACT),
            drill -> drill.change(ChangeType.EMAIL_CHANGED, STRANGER)
                    .later(Duration.ofMillis(1))
                    .change(ChangeType.PAYOUT_CHANGED, STRANGER, 31, 32),
            new Sequence.Words(
                    "Payout change after a contact change",
                    "The e-mail address, phone number or recovery option of your account was changed, and then the bank account for"
                            + " your payouts. If you did not do both, contact us now; we can hold the payout.",
                    Action.HOLD_PAYOUT));

    private ContactChangeThenPayout() {}
}
