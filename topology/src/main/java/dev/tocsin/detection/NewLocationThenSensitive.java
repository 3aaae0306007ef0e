package dev.tocsin.detection;

import static dev.tocsin.detection.Drill.STRANGER;

import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Landmark;
import dev.tocsin.account.Login;
import dev.tocsin.account.Mark;
import java.time.Duration;
import java.util.List;

/**
 * A login from a strange place that raised an alert, and within a day a sensitive change.
 *
 * <p>Works because it turns two weak hints into a strong one: travellers log in from new places, thieves go on to change
 * things. A change from a device of the owner is the owner's answer to the alert, unless it moves the money. Blind when the
 * login raised nothing, and as good as the detectors of places are.
 */
final class NewLocationThenSensitive {
    /** The catalogue's S8: one step above the alert about the place, up to 24 h. */
    static final SequenceSettings.Flat DEFAULTS = new SequenceSettings.Flat(
            Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(3), Duration.ofMinutes(10), Duration.ZERO);

    static final Sequence SEQUENCE = new Sequence(
            Sequence.profile("new-location-then-sensitive", "T1078", "T1098")
                    .leaving(Mark.Trail.SEQUENCE)
                    .following(Mark.Trail.STRANGE_PLACE),
            Sequence.SENSITIVE,
            NewLocationThenSensitive::trace,
            drill -> drill.login(STRANGER).later(Duration.ofMillis(1)).change(ChangeType.EMAIL_CHANGED, STRANGER),
            new Sequence.Words(
                    "Sensitive change after a login from a strange place",
                    "Somebody signed in from a place that is unusual for your account, and then changed something important."
                            + " If that was not you, contact us now.",
                    Action.LOCK_ACCOUNT));

    private NewLocationThenSensitive() {}

    private static Trace trace(Completion completion) {
        List<Landmark> strange = completion.landmarks(
                "that raised an alert about its place", landmark -> landmark.strangeRank() != Landmark.NO_ALERT);
        if (strange.isEmpty()) {
            return Trace.NONE;
        }
        Landmark worst = worst(strange);
        Severity above = Severity.ofRank(worst.strangeRank()).moved(1);
        Trace trace = Trace.of(worst.login()).weighing(above);
        return ownersAnswer(completion, strange.get(0).login(), trace);
    }

    /** The latest of the most severe: a thief must not be able to play a HIGH alert down by a mild one after it. */
    private static Landmark worst(List<Landmark> strange) {
        Landmark worst = strange.get(0);
        for (Landmark landmark : strange) {
            worst = landmark.strangeRank() >= worst.strangeRank() ? landmark : worst;
        }
        return worst;
    }

    /**
     * What an owner's own device does after an alert: an answer to it, or, when it moves the money, half as suspicious.
     *
     * @param first of the alarms; measured by a later one, a thief's device that MFA made known in between would pass
     */
    static Trace ownersAnswer(Completion completion, Login first, Trace trace) {
        boolean isOwners = completion.isFromOwnersDevice(first);
        boolean movesMoney = completion.change().change() == ChangeType.PAYOUT_CHANGED;
        boolean isStory = completion
                .look()
                .sees(
                        "device of the change",
                        isOwners ? "the owner's since before the alert" : "not known before the alert",
                        "not the owner's, or PAYOUT_CHANGED",
                        !isOwners || movesMoney);
        if (!isStory) {
            return Trace.NONE;
        }
        return isOwners ? trace.moved(-1) : trace;
    }
}
