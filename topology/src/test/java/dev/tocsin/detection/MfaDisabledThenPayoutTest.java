package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Stranger.DAY;
import static dev.tocsin.detection.Stranger.HOUR;
import static dev.tocsin.detection.Stranger.did;
import static dev.tocsin.detection.Stranger.does;
import static dev.tocsin.detection.Stranger.pair;
import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;

import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Initiator;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** It ends with a payout as well as with another destination. */
class MfaDisabledThenPayoutTest {
    private static final String ID = "mfa-disabled-then-payout";

    static List<Story> tiers() {
        return List.of(
                pair("at once", ChangeType.MFA_DISABLED, ChangeType.PAYOUT_CHANGED, 0)
                        .fires(CRITICAL),
                pair("just below 24 h", ChangeType.MFA_DISABLED, ChangeType.PAYOUT_CHANGED, DAY - 1)
                        .fires(CRITICAL),
                pair("24 h", ChangeType.MFA_DISABLED, ChangeType.PAYOUT_CHANGED, DAY)
                        .fires(CRITICAL),
                pair("just above 24 h", ChangeType.MFA_DISABLED, ChangeType.PAYOUT_CHANGED, DAY + 1)
                        .fires(HIGH),
                pair("just below 72 h", ChangeType.MFA_DISABLED, ChangeType.PAYOUT_CHANGED, 3 * DAY - 1)
                        .fires(HIGH),
                pair("72 h", ChangeType.MFA_DISABLED, ChangeType.PAYOUT_CHANGED, 3 * DAY)
                        .fires(HIGH),
                pair("just above 72 h", ChangeType.MFA_DISABLED, ChangeType.PAYOUT_CHANGED, 3 * DAY + 1)
                        .isQuiet(),
                pair("payout", ChangeType.MFA_DISABLED, ChangeType.PAYOUT_REQUESTED, HOUR)
                        .fires(CRITICAL),
                pair("payout, 72 h", ChangeType.MFA_DISABLED, ChangeType.PAYOUT_REQUESTED, 3 * DAY)
                        .fires(HIGH),
                when(
                                "payout that the platform makes every week",
                                did("a", ChangeType.MFA_DISABLED, 0),
                                does("b", ChangeType.PAYOUT_REQUESTED, HOUR)
                                        .by(Initiator.SYSTEM)
                                        .build())
                        .isQuiet(),
                pair("payout, just above 72 h", ChangeType.MFA_DISABLED, ChangeType.PAYOUT_REQUESTED, 3 * DAY + 1)
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void severity_falls_with_the_gap(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void payout_after_the_payout_change_is_the_same_story() {
        when(
                        "changed, then paid out",
                        did("a", ChangeType.MFA_DISABLED, 0),
                        did("b", ChangeType.PAYOUT_CHANGED, HOUR),
                        did("c", ChangeType.PAYOUT_REQUESTED, 2 * HOUR))
                .isCoolingDown()
                .happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void long_known_device_does_not_cap_it() {
        when(
                        "all from the laptop",
                        change("a", ChangeType.MFA_DISABLED, NOW).build(),
                        change("b", ChangeType.PAYOUT_CHANGED, NOW.plusMillis(HOUR))
                                .build())
                .fires(CRITICAL)
                .happensTo(TestAccount.settledInOslo(), ID);
    }
}
