package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Severity.INFO;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tocsin.account.Login;
import dev.tocsin.account.Login.Outcome;
import dev.tocsin.account.Network;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NewAsnDetectorTest {
    private static final String ID = "new-asn";

    static List<Story> weights() {
        return List.of(
                when("known device", elsewhere().build()).fires(LOW),
                when("new device", elsewhere().device("stranger").build()).fires(LOW),
                when("office", over(Network.BUSINESS).build()).fires(LOW),
                when("unknown network", over(Network.UNKNOWN).build()).fires(LOW),
                when("mobile", over(Network.MOBILE).build()).fires(INFO),
                when("vpn", over(Network.VPN).build()).fires(INFO),
                when("relay", over(Network.RELAY).build()).fires(INFO),
                when("satellite", over(Network.SATELLITE).build()).fires(INFO),
                when("Tor", over(Network.TOR).build()).fires(MEDIUM),
                when("MFA", elsewhere().mfaPassed().build()).fires(INFO),
                when("MFA through Tor", over(Network.TOR).mfaPassed().build()).fires(LOW),
                when("address missing", elsewhere().ip(null).build()).fires(LOW));
    }

    @ParameterizedTest
    @MethodSource("weights")
    void login_from_an_unseen_network_fires(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> hosting() {
        Login used = login("0", NOW.minusSeconds(3_600))
                .asn(64_501)
                .ip("203.0.113.7")
                .network(Network.HOSTING)
                .mfaPassed()
                .build();
        return List.of(
                when("first of all", over(Network.HOSTING).build()).fires(HIGH),
                when("first of all, MFA", over(Network.HOSTING).mfaPassed().build())
                        .fires(MEDIUM),
                when("after another data centre", used, over(Network.HOSTING).build())
                        .fires(MEDIUM),
                when(
                                "MFA after another",
                                used,
                                over(Network.HOSTING).mfaPassed().build())
                        .fires(LOW));
    }

    @ParameterizedTest
    @MethodSource("hosting")
    void first_data_centre_of_an_account_weighs_more_than_the_next(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> quiet() {
        return List.of(
                when("home", login("1", NOW).build()).isQuiet(),
                when(
                                "known network elsewhere",
                                login("1", NOW).from(Place.DRAMMEN).build())
                        .isQuiet(),
                when(
                                "known network in another country",
                                login("1", NOW).from(Place.LAGOS).asn(2119).build())
                        .isQuiet(),
                when("known /24, assigned anew", elsewhere().ip("84.208.20.77").build())
                        .isQuiet(),
                when("failure", elsewhere().failed().build()).isQuiet(),
                when("factor missing", elsewhere().outcome(Outcome.MFA_REQUIRED).build())
                        .isQuiet(),
                when("network missing", login("1", NOW).asn(0).build()).isNotEvaluable("no-asn"),
                when("everything missing", login("1", NOW).sourceless().build()).isNotEvaluable("no-asn"),
                when(
                                "network missing in a failure",
                                login("1", NOW).asn(0).failed().build())
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void login_that_is_none_of_its_business_stays_silent(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void first_network_of_an_account_that_never_told_one_is_not_new() {
        when("first network", elsewhere().build())
                .isQuiet()
                .happensTo(TestAccount.settledLike(home -> home.asn(0)), ID);
    }

    /** The last login from home was three days before NOW. */
    static List<Story> edges() {
        Instant expiry = NOW.plus(Duration.ofDays(90 - 3));
        return List.of(
                when("home, 90 days of silence", login("1", expiry).build()).isQuiet(),
                when(
                                "home, 91 days of silence",
                                login("1", expiry.plus(Duration.ofDays(1))).build())
                        .isQuiet(),
                when(
                                "known device, again",
                                elsewhere().build(),
                                elsewhere("2", 24).build())
                        .isQuiet(),
                when(
                                "third login, second day",
                                stranger("1", 0).build(),
                                stranger("2", 1).build(),
                                stranger("3", 24).build())
                        .fires(LOW),
                when(
                                "fourth login",
                                stranger("1", 0).build(),
                                stranger("2", 1).build(),
                                stranger("3", 24).build(),
                                stranger("4", 48).build())
                        .isQuiet(),
                when(
                                "passed with MFA before",
                                stranger("1", 0).mfaPassed().build(),
                                stranger("2", 25).build())
                        .isQuiet(),
                when(
                                "again just below 24 h",
                                stranger("1", 0).build(),
                                login("2", day().minusMillis(1))
                                        .device("stranger")
                                        .asn(64_500)
                                        .ip("198.51.100.7")
                                        .build())
                        .isCoolingDown(),
                when(
                                "again at 24 h",
                                stranger("1", 0).build(),
                                stranger("2", 24).build())
                        .fires(LOW),
                when(
                                "again at once, more severe",
                                stranger("1", 0).build(),
                                stranger("2", 1).network(Network.TOR).build())
                        .fires(MEDIUM),
                when(
                                "again at once, less severe",
                                stranger("1", 0).build(),
                                stranger("2", 1).network(Network.VPN).build())
                        .isCoolingDown(),
                when(
                                "another network at once",
                                elsewhere().build(),
                                elsewhere("2", 1).asn(64_502).build())
                        .fires(LOW));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void threshold_is_met_exactly(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void alert_tells_what_was_known_and_what_came() {
        TestAccount account = TestAccount.settledInOslo()
                .sees(over(Network.HOSTING).device("stranger").build());
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.facts())
                .containsExactly(
                        entry("asn", "64500"),
                        entry("known_networks", "AS2119"),
                        entry("trust", "unseen"),
                        entry("hosting", "never used before"),
                        entry("device", "new device"),
                        entry("network", "HOSTING"),
                        entry("mfa", "NOT_USED"),
                        entry("ip", "198.51.100.7"),
                        entry("country", "NO"));
        assertThat(signal.evidence()).containsExactly(new Evidence("1", "login from a new network", NOW));
        assertThat(Told.of(signal).summary())
                .isEqualTo("Networks known so far: AS2119. This login: AS64500 (unseen), new device, network HOSTING,"
                        + " of a kind never used before. Threshold: known after 3 logins on 2 days, or one with MFA.");
        assertThat(Told.detector(ID).recommend(HIGH)).isEqualTo(Action.STEP_UP);
        assertThat(Told.detector(ID).recommend(MEDIUM)).isEqualTo(Action.NOTIFY_OWNER);
    }

    private static Instant day() {
        return NOW.plus(Duration.ofDays(1));
    }

    private static LoginBuilder over(Network network) {
        return elsewhere().network(network);
    }

    private static LoginBuilder elsewhere() {
        return elsewhere("1", 0);
    }

    private static LoginBuilder stranger(String id, int hours) {
        return elsewhere(id, hours).device("stranger");
    }

    /** In Oslo still, but through another provider. */
    private static LoginBuilder elsewhere(String id, int hours) {
        return login(id, NOW.plus(Duration.ofHours(hours))).asn(64_500).ip("198.51.100.7");
    }
}
