package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Stranger.DAY;
import static dev.tocsin.detection.Stranger.HOUR;
import static dev.tocsin.detection.Stranger.did;
import static dev.tocsin.detection.Stranger.pair;
import static dev.tocsin.testing.Story.when;

import dev.tocsin.account.ChangeType;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract does not say which way notifications were changed. */
class NotificationsOffThenPayoutTest {
    private static final String ID = "notifications-off-then-payout";

    static List<Story> tiers() {
        return List.of(
                pair("at once", ChangeType.NOTIFICATIONS_CHANGED, ChangeType.PAYOUT_CHANGED, 0)
                        .fires(HIGH),
                pair("just below 72 h", ChangeType.NOTIFICATIONS_CHANGED, ChangeType.PAYOUT_CHANGED, 3 * DAY - 1)
                        .fires(HIGH),
                pair("72 h", ChangeType.NOTIFICATIONS_CHANGED, ChangeType.PAYOUT_CHANGED, 3 * DAY)
                        .fires(HIGH),
                pair("just above 72 h", ChangeType.NOTIFICATIONS_CHANGED, ChangeType.PAYOUT_CHANGED, 3 * DAY + 1)
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void severity_falls_with_the_gap(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void second_payout_change_is_the_same_story_and_no_worse() {
        when(
                        "changed again",
                        did("a", ChangeType.NOTIFICATIONS_CHANGED, 0),
                        did("b", ChangeType.PAYOUT_CHANGED, HOUR),
                        did("c", ChangeType.PAYOUT_CHANGED, 2 * HOUR))
                .isCoolingDown()
                .happensTo(TestAccount.settledInOslo(), ID);
    }
}
