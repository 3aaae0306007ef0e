package dev.tocsin.detection;

import static dev.tocsin.detection.Drill.STRANGER;

import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Mark;
import java.time.Duration;
import java.util.Set;

/**
 * The notifications of an account changed, and within days a change of where the money goes.
 *
 * <p>Works because a thief wants no mail to tell the owner (Storm-2657 hides notices before the bank details change).
 * Where the platform sends the event for notices that are switched on as well, an owner who does that looks the same.
 */
final class NotificationsOffThenPayout {
    /** The catalogue's S10: HIGH up to 72 h. */
    static final SequenceSettings.Tiered DEFAULTS = new SequenceSettings.Tiered(
            Duration.ofDays(3),
            Duration.ZERO,
            Duration.ofDays(3),
            Duration.ofDays(3),
            Duration.ofDays(3),
            Duration.ofMinutes(10),
            Duration.ZERO);

    static final Sequence SEQUENCE = new Sequence(
            Sequence.profile("notifications-off-then-payout", "T1564.008", "T1657")
                    .leaving(Mark.Trail.SEQUENCE),
            Sequence.PAYOUT,
            completion -> completion.after(Set.of(ChangeType.NOTIFICATIONS_CHANGED)),
            drill -> drill.change(ChangeType.NOTIFICATIONS_CHANGED, STRANGER)
                    .later(Duration.ofMillis(1))
                    .change(ChangeType.PAYOUT_CHANGED, STRANGER, 31, 32),
            new Sequence.Words(
                    "Payout change after notifications were changed",
                    "What we notify you of was changed, and after that the bank account for your payouts was changed."
                            + " If you did not do both, contact us now; we can hold the payout.",
                    Action.HOLD_PAYOUT));

    private NotificationsOffThenPayout() {}
}
