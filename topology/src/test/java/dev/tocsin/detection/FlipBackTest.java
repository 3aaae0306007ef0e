package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Stranger.DAY;
import static dev.tocsin.detection.Stranger.HOUR;
import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.ChangeType;
import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All on the laptop: neither a new device nor another story. */
class FlipBackTest {
    private static final String ID = "flip-back";
    private static final AccountChange AWAY = move("a", 0, "own", "thief");
    private static final AccountChange PAYOUT = payout("b", HOUR);

    static List<Story> tiers() {
        return List.of(
                when("at once", AWAY, payout("b", 0), back(0)).fires(HIGH),
                when("just below 7 d", AWAY, PAYOUT, back(7 * DAY - 1)).fires(HIGH),
                when("7 d", AWAY, PAYOUT, back(7 * DAY)).fires(HIGH),
                when("just above 7 d", AWAY, PAYOUT, back(7 * DAY + 1)).isQuiet());
    }

    static List<Story> ways() {
        return List.of(
                when("no payout", AWAY, back(2 * HOUR)).isQuiet(),
                when("payout before it went away", payout("0", -1), AWAY, back(2 * HOUR))
                        .isQuiet(),
                when("not back yet", AWAY, PAYOUT).isQuiet(),
                when("on to a third", AWAY, PAYOUT, move("c", 2 * HOUR, "thief", "other"))
                        .isQuiet(),
                when(
                                "back by way of a third",
                                AWAY,
                                PAYOUT,
                                move("c", 2 * HOUR, "thief", "other"),
                                move("d", 3 * HOUR, "other", "own"))
                        .fires(HIGH),
                when("payout asked for back home", AWAY, PAYOUT, payout("c", 2 * HOUR))
                        .isQuiet(),
                when("set to what it was all the time", move("a", 0, "own", "own"), PAYOUT, back(2 * HOUR))
                        .isQuiet(),
                when("away and back by a stranger", AWAY, PAYOUT, strangerBack())
                        .fires(HIGH),
                when("back again: the same story", AWAY, PAYOUT, back(2 * HOUR), move("d", 3 * HOUR, "own", "own"))
                        .isCoolingDown());
    }

    static List<Story> missing() {
        return List.of(
                when(
                                "new destination not given",
                                AWAY,
                                PAYOUT,
                                builder("c", ChangeType.PAYOUT_CHANGED, 2 * HOUR)
                                        .build())
                        .isNotEvaluable("no-destination"),
                when(
                                "new destination not given, and no change before",
                                builder("c", ChangeType.PAYOUT_CHANGED, 0).build())
                        .isQuiet(),
                when("old destination not given", unnamed(), PAYOUT, back(2 * HOUR))
                        .isNotEvaluable("no-destination"),
                when("old destination not given, but no payout", unnamed(), back(2 * HOUR))
                        .isQuiet(),
                when(
                                "payout does not say where to",
                                AWAY,
                                builder("b", ChangeType.PAYOUT_REQUESTED, HOUR).build(),
                                back(2 * HOUR))
                        .fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource({"tiers", "ways", "missing"})
    void destination_that_comes_back_after_a_payout_fires(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void that_the_destination_was_in_use_before_is_the_story_and_speaks_for_nobody() {
        TestAccount account = TestAccount.settledInOslo().sees(AWAY, PAYOUT, back(2 * HOUR));
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.facts()).containsEntry("destination", "the one that was left");
        assertThat(signal.evidence()).extracting(Evidence::eventId).containsExactly("a", "b", "z");
        assertThat(signal.holdUntil()).isEqualTo(NOW.plusMillis(2 * HOUR).plus(Duration.ofDays(3)));
        assertThat(Told.detector(ID).recommend(HIGH)).isEqualTo(Action.HOLD_PAYOUT);
    }

    private static ChangeBuilder builder(String id, ChangeType type, long at) {
        return change(id, type, NOW.plusMillis(at));
    }

    private static AccountChange move(String id, long at, String from, String to) {
        return builder(id, ChangeType.PAYOUT_CHANGED, at).instead(from).to(to).build();
    }

    private static AccountChange unnamed() {
        return builder("a", ChangeType.PAYOUT_CHANGED, 0).to("thief").build();
    }

    private static AccountChange payout(String id, long at) {
        return builder(id, ChangeType.PAYOUT_REQUESTED, at).to("thief").build();
    }

    private static AccountChange back(long at) {
        return move("z", at, "thief", "own");
    }

    private static AccountChange strangerBack() {
        return builder("z", ChangeType.PAYOUT_CHANGED, 2 * HOUR)
                .device("stranger")
                .instead("thief")
                .to("own")
                .build();
    }
}
