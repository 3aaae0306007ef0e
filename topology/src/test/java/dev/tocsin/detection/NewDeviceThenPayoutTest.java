package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.detection.Stranger.DAY;
import static dev.tocsin.detection.Stranger.HOUR;
import static dev.tocsin.detection.Stranger.did;
import static dev.tocsin.detection.Stranger.does;
import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Login;
import dev.tocsin.account.Network;
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

/** The source of the payout change itself must be new, or have come with a login of the last days. */
class NewDeviceThenPayoutTest {
    private static final String ID = "new-device-then-payout";
    private static final Login STRANGER = signsIn().device("stranger").build();

    static List<Story> tiers() {
        return List.of(
                when("at once", STRANGER, payout(0)).fires(HIGH),
                when("just below 72 h", STRANGER, payout(3 * DAY - 1)).fires(HIGH),
                when("72 h", STRANGER, payout(3 * DAY)).fires(HIGH),
                when("just above 72 h", STRANGER, payout(3 * DAY + 1)).isQuiet());
    }

    static List<Story> otherEnds() {
        return Stranger.otherEnds(ChangeType.UNKNOWN, Sequence.PAYOUT);
    }

    static List<Story> sources() {
        return List.of(
                when("never seen, no login at all", payout(0)).fires(HIGH),
                when(
                                "never seen, login failed",
                                signsIn().device("stranger").failed().build(),
                                payout(HOUR))
                        .fires(HIGH),
                when(
                                "with MFA at the change",
                                STRANGER,
                                does("b", ChangeType.PAYOUT_CHANGED, 1)
                                        .mfaPassed()
                                        .build())
                        .fires(MEDIUM),
                when("from the laptop, a stranger came before", STRANGER, own().build())
                        .isQuiet(),
                when(
                                "laptop in a new network",
                                signsIn().asn(9).build(),
                                own().asn(9).build())
                        .fires(MEDIUM),
                when(
                                "laptop in a new network, with MFA",
                                signsIn().asn(9).build(),
                                own().asn(9).mfaPassed().build())
                        .fires(LOW),
                when("laptop at home again", signsIn().asn(9).build(), own().build())
                        .isQuiet(),
                when(
                                "laptop abroad",
                                signsIn().from(Place.BERLIN).build(),
                                own().from(Place.BERLIN).build())
                        .fires(MEDIUM),
                when(
                                "laptop abroad, other network",
                                signsIn().from(Place.BERLIN).build(),
                                own().country("DE").asn(9).build())
                        .fires(MEDIUM),
                when("laptop on a phone's network", wandering(Network.MOBILE), ownFromBerlin(Network.MOBILE))
                        .isQuiet(),
                when("laptop behind a VPN", wandering(Network.VPN), ownFromBerlin(Network.VPN))
                        .isQuiet(),
                when(
                                "no device, new network",
                                signsIn().asn(9).build(),
                                own().device(null).asn(9).build())
                        .fires(HIGH),
                when("no source", STRANGER, own().sourceless().build()).isNotEvaluable("no-source"),
                when("no source, nothing new", own().sourceless().build()).isQuiet());
    }

    @ParameterizedTest
    @MethodSource({"tiers", "otherEnds", "sources"})
    void fires_when_the_change_comes_from_something_new(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void user_agent_of_a_known_device_is_no_new_device() {
        TestAccount account = TestAccount.settledLike(home -> home.agent("Chrome/Windows/10"));

        when(
                        "a change that names no device id",
                        own().device("Chrome/Windows/10").build())
                .isQuiet()
                .happensTo(account, ID);
    }

    @Test
    void user_agent_of_no_known_device_is_a_new_device() {
        TestAccount account = TestAccount.settledLike(home -> home.agent("Chrome/Windows/10"));

        when("a change that names no device id", own().device("Safari/iOS/18").build())
                .fires(HIGH)
                .happensTo(account, ID);
    }

    static List<Story> foundings() {
        Login first = login("first", NOW).build();
        return List.of(
                when("first event of the account", payout(0)).isQuiet(),
                when("on its first day", first, payout(DAY - 1)).isQuiet(),
                when("a day old", first, payout(DAY)).fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource("foundings")
    void account_that_is_new_itself_has_nothing_new(Story story) {
        story.happensTo(TestAccount.fresh(), ID);
    }

    @Test
    void second_change_from_a_device_without_a_login_is_the_same_incident() {
        TestAccount account = TestAccount.settledInOslo();

        when("changed twice", payout(0), did("c", ChangeType.PAYOUT_CHANGED, HOUR))
                .isCoolingDown()
                .happensTo(account, ID);
        assertThat(account.suppressed())
                .extracting(alert -> alert.signal().facts().get("incident"))
                .contains("b");
    }

    @Test
    void change_that_is_the_whole_story_reads_like_one() {
        TestAccount account = TestAccount.settledInOslo().sees(payout(0));
        Signal signal = Told.last(account, ID).signal();

        assertThat(Told.of(signal).summary())
                .isEqualTo(
                        "Payout destination changed by OWNER at 2026-03-02T12:00:00Z from an unseen device, Oslo, NO;"
                                + " no login came from that device before. Threshold: 72 h. Destination not in use before,"
                                + " MFA none from a known device, open alert: no.");
        assertThat(signal.facts())
                .doesNotContainKeys(
                        "first", "first_at", "first_by", "first_place", "first_device", "gap", "distance_km")
                .containsEntry("incident", "b");
        assertThat(signal.holdUntil()).isEqualTo(NOW.plus(Duration.ofDays(3)));
        assertThat(Told.detector(ID).recommend(HIGH)).isEqualTo(Action.HOLD_PAYOUT);
    }

    private static LoginBuilder signsIn() {
        return login("a", NOW);
    }

    private static AccountChange payout(long at) {
        return did("b", ChangeType.PAYOUT_CHANGED, at);
    }

    private static ChangeBuilder own() {
        return change("b", ChangeType.PAYOUT_CHANGED, NOW.plusMillis(HOUR)).to("iban-9");
    }

    private static Login wandering(Network network) {
        return signsIn().from(Place.BERLIN).network(network).build();
    }

    private static AccountChange ownFromBerlin(Network network) {
        return own().from(Place.BERLIN).network(network).build();
    }
}
