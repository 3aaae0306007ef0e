package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Severity.INFO;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Initiator;
import dev.tocsin.account.Login;
import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What speaks for and against the owner. Every story ends with a payout change 30 minutes after a reset, both from a
 * device never seen, which alone is CRITICAL. The cap has a test of its own, {@link ResetThenPayoutChangeCapTest}.
 */
class ResetThenPayoutChangeWeightTest {
    private static final String ID = "reset-then-payout-change";
    private static final Duration GAP = Duration.ofMinutes(30);

    static List<Story> destinations() {
        return List.of(
                when("new destination", earlier(ChangeType.PAYOUT_CHANGED, "iban-1"), reset(), payout())
                        .fires(CRITICAL),
                when("destination not given", reset(), plain().build()).fires(CRITICAL),
                when("destination in use before", earlier(ChangeType.PAYOUT_CHANGED, "iban-9"), reset(), payout())
                        .fires(MEDIUM),
                when("destination that was replaced before", replacedEarlier(), reset(), payout())
                        .fires(MEDIUM),
                when("destination that a HIGH alert was raised for", attackBefore("iban-9"))
                        .fires(CRITICAL),
                when("value of another change", earlier(ChangeType.EMAIL_CHANGED, "iban-9"), reset(), payout())
                        .fires(CRITICAL));
    }

    @ParameterizedTest
    @MethodSource("destinations")
    void destination_in_use_before_weighs_two_steps_less(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> factors() {
        LoginBuilder own = mfaLogin(Duration.ofMinutes(10));
        return List.of(
                when(
                                "factor with the change, known device",
                                reset(),
                                to9().device("laptop").mfaPassed().build())
                        .fires(HIGH),
                when(
                                "factor with the change, unseen device",
                                reset(),
                                to9().mfaPassed().build())
                        .fires(CRITICAL),
                when(
                                "factor with the change, no device",
                                reset(),
                                to9().device(null).mfaPassed().build())
                        .fires(CRITICAL),
                when(
                                "factor at login 10 minutes before",
                                reset(),
                                own.build(),
                                to9().device("laptop").build())
                        .fires(HIGH),
                when(
                                "the same, device of the change not given",
                                reset(),
                                own.build(),
                                to9().device(null).build())
                        .fires(HIGH),
                when("the same, change from an unseen device", reset(), own.build(), payout())
                        .fires(CRITICAL),
                when(
                                "factor at login just over 10 minutes before",
                                reset(),
                                mfaLogin(Duration.ofMillis(600_001)).build(),
                                to9().device("laptop").build())
                        .fires(CRITICAL),
                when(
                                "factor at login from no device",
                                reset(),
                                own.device(null).build(),
                                to9().device("laptop").build())
                        .fires(CRITICAL),
                when(
                                "login without a factor",
                                reset(),
                                home(Duration.ofMinutes(5)),
                                to9().device("laptop").build())
                        .fires(CRITICAL));
    }

    @ParameterizedTest
    @MethodSource("factors")
    void fresh_factor_from_a_known_device_weighs_one_step_less(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> initiators() {
        return List.of(
                when("reset by support", resetBy(Initiator.SUPPORT), payout()).fires(HIGH),
                when("reset by an admin", resetBy(Initiator.ADMIN), payout()).fires(HIGH),
                when("change by support", reset(), to9().by(Initiator.SUPPORT).build())
                        .fires(HIGH),
                when(
                                "both by support",
                                resetBy(Initiator.SUPPORT),
                                to9().by(Initiator.SUPPORT).build())
                        .fires(HIGH),
                when("reset by a system", resetBy(Initiator.SYSTEM), payout()).fires(CRITICAL),
                when("reset by somebody unknown", resetBy(Initiator.UNKNOWN), payout())
                        .fires(CRITICAL));
    }

    @ParameterizedTest
    @MethodSource("initiators")
    void staff_weighs_one_step_less(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    /** Two hours after the reset it is HIGH by itself. */
    static List<Story> openAlerts() {
        AccountEvent late = to9At(Duration.ofHours(2)).build();
        return List.of(
                when("no alert", reset(), late).fires(HIGH),
                when("HIGH alert, 72 h old", stranger(70), reset(), late).fires(CRITICAL),
                when("HIGH alert, older than 72 h", stranger(71), reset(), late).fires(HIGH),
                when("HIGH alert between the two", reset(), stranger(-1), late).fires(CRITICAL),
                when("MEDIUM alert", abroad(), ownReset(), late).fires(HIGH),
                when("CRITICAL stays CRITICAL", stranger(1), reset(), payout()).fires(CRITICAL));
    }

    @ParameterizedTest
    @MethodSource("openAlerts")
    void open_high_alert_weighs_one_step_more(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> together() {
        AccountEvent known = earlier(ChangeType.PAYOUT_CHANGED, "iban-9");
        return List.of(
                when(
                                "known destination, factor",
                                known,
                                reset(),
                                to9().device("laptop").mfaPassed().build())
                        .fires(LOW),
                when(
                                "known destination, factor, staff",
                                known,
                                resetBy(Initiator.ADMIN),
                                to9().device("laptop").mfaPassed().build())
                        .fires(INFO),
                when("known destination against an open HIGH alert", known, stranger(1), reset(), payout())
                        .fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource("together")
    void steps_add_up(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    private static AccountEvent reset() {
        return resetBy(Initiator.OWNER);
    }

    /** On the laptop, so that the alert about the place does not grow into another story. */
    private static AccountEvent ownReset() {
        return change("a-reset", ChangeType.PASSWORD_RESET, NOW).build();
    }

    private static AccountEvent resetBy(Initiator who) {
        return change("a-reset", ChangeType.PASSWORD_RESET, NOW)
                .device("stranger")
                .by(who)
                .build();
    }

    private static AccountEvent payout() {
        return to9().build();
    }

    private static ChangeBuilder to9() {
        return to9At(GAP);
    }

    private static ChangeBuilder to9At(Duration later) {
        return change("b-payout", ChangeType.PAYOUT_CHANGED, NOW.plus(later))
                .device("stranger")
                .to("iban-9");
    }

    private static ChangeBuilder plain() {
        return change("b-payout", ChangeType.PAYOUT_CHANGED, NOW.plus(GAP)).device("stranger");
    }

    private static AccountEvent earlier(ChangeType type, String value) {
        return change("old", type, NOW.minus(Duration.ofDays(2))).to(value).build();
    }

    /** The whole story four days earlier, when its alerts are closed, and again. */
    private static List<AccountEvent> attackBefore(String value) {
        Instant before = NOW.minus(Duration.ofDays(4));
        return List.of(
                change("0-reset", ChangeType.PASSWORD_RESET, before)
                        .device("stranger")
                        .build(),
                change("0-payout", ChangeType.PAYOUT_CHANGED, before.plus(GAP))
                        .device("stranger")
                        .to(value)
                        .build(),
                reset(),
                payout());
    }

    private static AccountEvent replacedEarlier() {
        return change("old", ChangeType.PAYOUT_CHANGED, NOW.minus(Duration.ofDays(2)))
                .instead("iban-9")
                .to("iban-1")
                .build();
    }

    private static LoginBuilder mfaLogin(Duration beforePayout) {
        return login("mfa", NOW.plus(GAP).minus(beforePayout)).mfaPassed();
    }

    private static Login home(Duration beforePayout) {
        return login("home", NOW.plus(GAP).minus(beforePayout)).build();
    }

    /** A HIGH alert so many hours before the reset. */
    private static Login stranger(int hours) {
        return login("s", NOW.minus(Duration.ofHours(hours)))
                .from(Place.BERLIN)
                .device("somebody")
                .build();
    }

    /** A MEDIUM alert, and too slow for impossible travel. */
    private static Login abroad() {
        return login("s", NOW.minus(Duration.ofHours(2))).from(Place.BERLIN).build();
    }
}
