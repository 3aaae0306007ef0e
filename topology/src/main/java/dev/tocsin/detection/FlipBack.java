package dev.tocsin.detection;

import static dev.tocsin.detection.Drill.STRANGER;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Mark;
import java.time.Duration;
import java.util.List;

/**
 * The payout destination changed, a payout, and the destination changed back to what it was.
 *
 * <p>Works because a thief who wants to come again leaves things as he found them. Blind without the keyed hashes of old and
 * new destination, and when the payout sends no event.
 */
final class FlipBack {
    /** The catalogue's S14: HIGH, all within 7 d. */
    static final SequenceSettings.Tiered DEFAULTS = new SequenceSettings.Tiered(
            Duration.ofDays(7),
            Duration.ZERO,
            Duration.ofDays(7),
            Duration.ofDays(7),
            Duration.ofDays(3),
            Duration.ofMinutes(10),
            Duration.ZERO);

    static final Sequence SEQUENCE = new Sequence(
            Sequence.profile("flip-back", "T1657").leaving(Mark.Trail.SEQUENCE),
            Sequence.PAYOUT,
            FlipBack::trace,
            drill -> drill.change(ChangeType.PAYOUT_CHANGED, STRANGER, 31, 32)
                    .later(Duration.ofMillis(1))
                    .change(ChangeType.PAYOUT_REQUESTED, STRANGER, Hash64.NONE, 32)
                    .later(Duration.ofMillis(1))
                    .change(ChangeType.PAYOUT_CHANGED, STRANGER, 32, 31),
            new Sequence.Words(
                    "Payout destination changed back after a payout",
                    "The bank account for your payouts was changed, money was paid out, and the bank account was changed back."
                            + " If that was not you, contact us now.",
                    Action.HOLD_PAYOUT));

    private FlipBack() {}

    private static Trace trace(Completion completion) {
        long home = completion.change().newValue();
        if (home == Hash64.NONE) {
            return completion.earlier(Sequence.PAYOUT).isEmpty()
                    ? seen(completion, Trace.NONE)
                    : Trace.notEvaluable("no-destination");
        }
        List<AccountChange> earlier = completion.earlier(Sequence.MONEY);
        Trace flip = fromDestination(home, home, earlier);
        boolean cannotTell =
                !flip.found() && fromDestination(Hash64.NONE, home, earlier).found();
        return cannotTell ? Trace.notEvaluable("no-destination") : seen(completion, flip);
    }

    private static Trace seen(Completion completion, Trace flip) {
        completion
                .look()
                .sees(
                        "change away from this destination",
                        () -> flip.found() ? completion.ago(flip.events().get(0)) : "none",
                        () -> "one " + completion.window() + " before, and a payout in between",
                        flip.found());
        return flip;
    }

    /** The latest change from a destination to any but home that a payout came after, and that payout. */
    private static Trace fromDestination(long from, long home, List<AccountChange> earlier) {
        for (int away = earlier.size() - 1; away >= 0; away--) {
            AccountChange change = earlier.get(away);
            boolean leaves = change.change() == ChangeType.PAYOUT_CHANGED
                    && change.oldValue() == from
                    && change.newValue() != home;
            Trace flip = leaves ? withPayout(change, earlier.subList(away + 1, earlier.size())) : Trace.NONE;
            if (flip.found()) {
                return flip;
            }
        }
        return Trace.NONE;
    }

    private static Trace withPayout(AccountChange away, List<AccountChange> later) {
        return later.stream()
                .filter(change -> change.change() == ChangeType.PAYOUT_REQUESTED)
                .findFirst()
                .map(payout -> Trace.of(List.of(away, payout)))
                .orElse(Trace.NONE);
    }
}
