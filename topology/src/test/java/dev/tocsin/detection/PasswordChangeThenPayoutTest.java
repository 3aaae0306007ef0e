package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.detection.Stranger.DAY;
import static dev.tocsin.detection.Stranger.HOUR;
import static dev.tocsin.detection.Stranger.MINUTE;
import static dev.tocsin.detection.Stranger.does;
import static dev.tocsin.detection.Stranger.pair;
import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.ChangeType;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How its cap works is told by {@link ResetThenPayoutChangeCapTest}, which has the same. */
class PasswordChangeThenPayoutTest {
    private static final String ID = "password-change-then-payout";

    static List<Story> tiers() {
        return List.of(
                pair("at once", ChangeType.PASSWORD_CHANGED, ChangeType.PAYOUT_CHANGED, 0)
                        .fires(HIGH),
                pair("just below 1 h", ChangeType.PASSWORD_CHANGED, ChangeType.PAYOUT_CHANGED, HOUR - 1)
                        .fires(HIGH),
                pair("1 h", ChangeType.PASSWORD_CHANGED, ChangeType.PAYOUT_CHANGED, HOUR)
                        .fires(HIGH),
                pair("just above 1 h", ChangeType.PASSWORD_CHANGED, ChangeType.PAYOUT_CHANGED, HOUR + 1)
                        .fires(MEDIUM),
                pair("just below 24 h", ChangeType.PASSWORD_CHANGED, ChangeType.PAYOUT_CHANGED, DAY - 1)
                        .fires(MEDIUM),
                pair("24 h", ChangeType.PASSWORD_CHANGED, ChangeType.PAYOUT_CHANGED, DAY)
                        .fires(MEDIUM),
                pair("just above 24 h", ChangeType.PASSWORD_CHANGED, ChangeType.PAYOUT_CHANGED, DAY + 1)
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void severity_falls_with_the_gap(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    /** The catalogue: LOW on a known device with MFA, in the first hour as well as after it. */
    static List<Story> owners() {
        return List.of(
                when("soon, with MFA", ownPassword(), ownPayout(MINUTE, true)).fires(LOW),
                when("soon, without MFA: capped", ownPassword(), ownPayout(MINUTE, false))
                        .fires(MEDIUM),
                when("after an hour, with MFA", ownPassword(), ownPayout(2 * HOUR, true))
                        .fires(LOW),
                when(
                                "with MFA, but on another device",
                                ownPassword(),
                                does("then", ChangeType.PAYOUT_CHANGED, MINUTE)
                                        .mfaPassed()
                                        .build())
                        .fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource("owners")
    void mfa_on_a_known_device_makes_it_low(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    private static AccountChange ownPassword() {
        return change("first", ChangeType.PASSWORD_CHANGED, NOW).build();
    }

    private static AccountChange ownPayout(long at, boolean withMfa) {
        var payout =
                change("then", ChangeType.PAYOUT_CHANGED, NOW.plusMillis(at)).to("iban-9");
        return withMfa ? payout.mfaPassed().build() : payout.build();
    }
}
