package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.detection.Stranger.DAY;
import static dev.tocsin.detection.Stranger.HOUR;
import static dev.tocsin.detection.Stranger.MINUTE;
import static dev.tocsin.detection.Stranger.did;
import static dev.tocsin.detection.Stranger.does;
import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Login;
import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What moves the severity of every sequence, told of a contact change and a payout change, alone CRITICAL for a day.
 * Staff have a test of their own, {@link SequenceStaffTest}.
 */
class CircumstancesTest {
    private static final String ID = "contact-change-then-payout";
    private static final String MFA_OFF = "mfa-disabled-then-payout";
    private static final AccountChange EMAIL = did("a", ChangeType.EMAIL_CHANGED, 0);

    static List<Story> destinations() {
        return List.of(
                when("never used", EMAIL, payout(HOUR).build()).fires(CRITICAL),
                when("used before", used(2 * DAY), EMAIL, payout(HOUR).build()).fires(MEDIUM),
                when(
                                "set by a story before, and again",
                                EMAIL,
                                payout(HOUR).build(),
                                payout("c", 2 * HOUR).build())
                        .isCoolingDown());
    }

    static List<Story> factors() {
        return List.of(
                when(
                                "owner's device, MFA with the change",
                                EMAIL,
                                own().mfaPassed().build())
                        .fires(HIGH),
                when("owner's device, MFA login before", EMAIL, mfa("laptop"), own().build())
                        .fires(HIGH),
                when("owner's device, no MFA", EMAIL, own().build()).fires(CRITICAL),
                when(
                                "thief's device, MFA login before",
                                EMAIL,
                                mfa("stranger"),
                                payout(HOUR).build())
                        .fires(CRITICAL),
                when(
                                "thief's device, known since an MFA login",
                                EMAIL,
                                mfa("stranger"),
                                payout(HOUR).mfaPassed().build())
                        .fires(CRITICAL));
    }

    static List<Story> alerts() {
        return List.of(
                when("no alert open", EMAIL, payout(DAY + HOUR).build()).fires(HIGH),
                when("HIGH alert open", thief(-HOUR), EMAIL, payout(DAY + HOUR).build())
                        .fires(CRITICAL),
                when(
                                "HIGH alert after the first payout change",
                                EMAIL,
                                payout(DAY + HOUR).build(),
                                thief(DAY + 2 * HOUR),
                                payout("c", DAY + 3 * HOUR).build())
                        .fires(CRITICAL),
                when(
                                "its own HIGH alert only",
                                EMAIL,
                                payout(DAY + HOUR).build(),
                                payout("c", DAY + 3 * HOUR).build())
                        .isCoolingDown());
    }

    @ParameterizedTest
    @MethodSource({"destinations", "factors", "alerts"})
    void severity_moves_with_what_speaks_for_and_against_the_owner(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> payouts() {
        AccountChange off = did("a", ChangeType.MFA_DISABLED, 0);
        return List.of(
                when("to a destination never used", off, withdrawal()).fires(CRITICAL),
                when("to one used long before", used(8 * DAY), home(), off, withdrawal())
                        .fires(MEDIUM),
                when("to one that was only just set", used(2 * DAY), off, withdrawal())
                        .fires(CRITICAL),
                when("to one that was only just replaced", replaced(), off, withdrawal())
                        .fires(MEDIUM));
    }

    @ParameterizedTest
    @MethodSource("payouts")
    void payout_is_to_a_known_destination_only_if_that_is_older_than_the_story(Story story) {
        story.happensTo(
                TestAccount.fresh()
                        .sees(login("0", NOW.minus(Duration.ofDays(60))).build()),
                MFA_OFF);
    }

    /** Capped in the first hour, when it would be HIGH. */
    static List<Story> caps() {
        AccountChange password = change("a", ChangeType.PASSWORD_CHANGED, NOW).build();
        AccountChange reset = change("0", ChangeType.PASSWORD_RESET, NOW.minusMillis(3 * HOUR))
                .build();
        AccountChange off =
                change("0", ChangeType.MFA_DISABLED, NOW.minusMillis(3 * HOUR)).build();
        AccountChange before = change("1", ChangeType.PAYOUT_CHANGED, NOW.minusMillis(2 * HOUR))
                .build();
        return List.of(
                when("nothing odd", password, own(MINUTE)).fires(MEDIUM),
                when("twice: its own alert does not lift it", password, own(MINUTE), own("c", 2 * MINUTE))
                        .isCoolingDown(),
                when("another capped story does not lift it", reset, before, password, own(MINUTE))
                        .fires(MEDIUM),
                when("a LOW novelty lifts it", novelty(), password, own(MINUTE)).fires(HIGH),
                when("a severe story lifts it, and weighs", off, before, password, own(MINUTE))
                        .fires(CRITICAL));
    }

    @ParameterizedTest
    @MethodSource("caps")
    void cap_is_lifted_by_what_says_more_than_a_capped_story(Story story) {
        story.happensTo(TestAccount.settledInOslo(), "password-change-then-payout");
    }

    @Test
    void modifiers_add_up() {
        when("used before, MFA", used(2 * DAY), EMAIL, own().mfaPassed().build())
                .fires(LOW)
                .happensTo(TestAccount.settledInOslo(), ID);
    }

    private static ChangeBuilder payout(long at) {
        return payout("b", at);
    }

    private static ChangeBuilder payout(String id, long at) {
        return does(id, ChangeType.PAYOUT_CHANGED, at);
    }

    private static ChangeBuilder own() {
        return change("b", ChangeType.PAYOUT_CHANGED, NOW.plusMillis(HOUR)).to("iban-9");
    }

    private static AccountChange own(long at) {
        return own("b", at);
    }

    private static AccountChange own(String id, long at) {
        return change(id, ChangeType.PAYOUT_CHANGED, NOW.plusMillis(at))
                .to("iban-7")
                .build();
    }

    private static AccountChange withdrawal() {
        return did("b", ChangeType.PAYOUT_REQUESTED, HOUR);
    }

    /** The owner set it at home, so long ago. */
    private static AccountChange used(long ago) {
        return change("used", ChangeType.PAYOUT_CHANGED, NOW.minusMillis(ago))
                .to("iban-9")
                .build();
    }

    private static AccountChange replaced() {
        return change("used", ChangeType.PAYOUT_CHANGED, NOW.minusMillis(2 * DAY))
                .instead("iban-9")
                .to("iban-1")
                .build();
    }

    private static Login home() {
        return login("home", NOW.minusMillis(MINUTE)).build();
    }

    private static Login mfa(String device) {
        return login("mfa", NOW.plusMillis(HOUR - 5 * MINUTE))
                .device(device)
                .mfaPassed()
                .build();
    }

    private static Login thief(long at) {
        return login("thief", NOW.plusMillis(at))
                .from(Place.BERLIN)
                .device("somebody")
                .build();
    }

    private static Login novelty() {
        LoginBuilder odd = login("odd", NOW.minusMillis(2 * HOUR));
        return odd.from(Place.BERGEN).build();
    }
}
