package dev.tocsin.detection;

import static dev.tocsin.detection.Drill.STRANGER;

import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Landmark;
import dev.tocsin.account.Mark;
import java.time.Duration;
import java.util.List;

/**
 * The first login after a long silence, and within days a change of where the money goes.
 *
 * <p>Works because forgotten accounts have forgotten passwords, and nobody who looks. Seasonal sellers come back too: give
 * their segment a longer silence. Blind to a thief who keeps the account warm for the window.
 */
final class DormantThenPayout {
    /** The catalogue's S13: CRITICAL up to 72 h after the login that ended 90 days of silence. */
    static final Settings DEFAULTS = new Settings(
            Duration.ofDays(3), Duration.ofDays(90), Duration.ofDays(3), Duration.ofDays(3), Duration.ofMinutes(10));

    static final Sequence SEQUENCE = new Sequence(
            Sequence.profile("dormant-then-payout", "T1657").leaving(Mark.Trail.SEQUENCE),
            Sequence.PAYOUT,
            DormantThenPayout::trace,
            drill -> drill.later(Duration.ofDays(DetectorSettings.MAX_SILENCE_DAYS + 1L))
                    .login(STRANGER)
                    .later(Duration.ofMillis(1))
                    .change(ChangeType.PAYOUT_CHANGED, STRANGER, 31, 32),
            new Sequence.Words(
                    "Payout change after a long silence",
                    "Your account was used for the first time in a long while, and then the bank account for your payouts was changed."
                            + " If that was not you, contact us now; we can hold the payout.",
                    Action.HOLD_PAYOUT));

    private DormantThenPayout() {}

    /** @param silence the shortest time without a successful login that counts as dormant; full days */
    record Settings(Duration cooldown, Duration silence, Duration window, Duration hold, Duration mfaWithin)
            implements SequenceSettings {
        Settings {
            new SequenceSettings.Flat(cooldown, window, hold, mfaWithin, Duration.ZERO);
            DetectorSettings.checkSilence(silence);
        }

        @Override
        public Duration longKnown() {
            return Duration.ZERO;
        }

        @Override
        public Severity tier(Duration gap) {
            return Severity.CRITICAL;
        }
    }

    private static Trace trace(Completion completion) {
        long days = ((Settings) completion.settings()).silence().toDays();
        List<Landmark> awakenings = completion.landmarks(
                "after " + days + " d of silence or more", landmark -> landmark.silenceDays() >= days);
        return awakenings.isEmpty()
                ? Trace.NONE
                : Trace.of(awakenings.get(awakenings.size() - 1).login());
    }
}
