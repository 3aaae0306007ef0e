package dev.tocsin.detection;

import static dev.tocsin.detection.Drill.STRANGER;

import dev.tocsin.account.Burst;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Landmark;
import dev.tocsin.account.Mark;
import java.time.Duration;
import java.util.List;

/**
 * Guessing that raised an alert, and within a day a sensitive change.
 *
 * <p>Works because guessing that was in vain changes nothing. A change from a device of the owner is the owner's answer to
 * the alert, unless it moves the money. INFO is no guessing but a client of the owner with an old password. Blind when the
 * guessing was too slow to raise an alert.
 */
final class BruteThenChange {
    /** The catalogue's S9: CRITICAL for the money, else HIGH, up to 24 h. */
    static final SequenceSettings.Flat DEFAULTS = new SequenceSettings.Flat(
            Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(3), Duration.ofMinutes(10), Duration.ZERO);

    static final Sequence SEQUENCE = new Sequence(
            Sequence.profile("brute-then-change", "T1110", "T1098")
                    .leaving(Mark.Trail.SEQUENCE)
                    .following(Mark.Trail.GUESSING),
            Sequence.SENSITIVE,
            BruteThenChange::trace,
            BruteThenChange::plot,
            new Sequence.Words(
                    "Sensitive change after guessing",
                    "Somebody tried many times to sign in to your account, and then something important was changed."
                            + " If that was not you, contact us now.",
                    Action.LOCK_ACCOUNT));

    private BruteThenChange() {}

    private static Trace trace(Completion completion) {
        List<Landmark> guessing = completion.landmarks(
                "that raised an alert about guessing, not the owner's",
                landmark -> landmark.guessingRank() >= Mark.LOW && !isOwnerMistyping(completion, landmark));
        if (guessing.isEmpty()) {
            return Trace.NONE;
        }
        Severity severity =
                completion.change().change() == ChangeType.PAYOUT_CHANGED ? Severity.CRITICAL : Severity.HIGH;
        Trace trace = Trace.of(guessing.get(guessing.size() - 1).login()).weighing(severity);
        return NewLocationThenSensitive.ownersAnswer(completion, guessing.get(0).login(), trace);
    }

    /** The attempts and the change come from one device that was the owner's before: nobody guessed. */
    private static boolean isOwnerMistyping(Completion completion, Landmark guessing) {
        return guessing.login().source().device()
                        == completion.change().source().device()
                && completion.isFromOwnersDevice(guessing.login());
    }

    /**
     * Guessing at the password, then at the second factor, both with success: one alert is enough. All guesses in one
     * moment, so that no window is too short for them.
     */
    private static Drill plot(Drill drill) {
        for (int i = 0; i < Burst.MAX; i++) {
            drill.failed(STRANGER);
        }
        drill.later(Duration.ofMillis(1)).login(STRANGER).later(Duration.ofMillis(1));
        for (int i = 0; i < Burst.MAX; i++) {
            drill.denied(STRANGER);
        }
        return drill.later(Duration.ofMillis(1))
                .loginWithMfa(STRANGER)
                .later(Duration.ofMillis(1))
                .change(ChangeType.EMAIL_CHANGED, STRANGER);
    }
}
