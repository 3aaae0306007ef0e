package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tocsin.account.Login.Outcome;
import dev.tocsin.account.Network;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NewContextDetectorTest {
    private static final String ID = "new-context";

    static List<Story> weights() {
        return List.of(
                when("residential", stranger().build()).fires(HIGH),
                when("office", over(Network.BUSINESS).build()).fires(HIGH),
                when("mobile", over(Network.MOBILE).build()).fires(MEDIUM),
                when("vpn", over(Network.VPN).build()).fires(MEDIUM),
                when("relay", over(Network.RELAY).build()).fires(MEDIUM),
                when("satellite", over(Network.SATELLITE).build()).fires(MEDIUM),
                when("data centre", over(Network.HOSTING).build()).fires(CRITICAL),
                when("Tor", over(Network.TOR).build()).fires(CRITICAL),
                when("MFA", stranger().mfaPassed().build()).fires(MEDIUM),
                when("MFA through a relay", over(Network.RELAY).mfaPassed().build())
                        .fires(LOW),
                when("MFA from a data centre", over(Network.HOSTING).mfaPassed().build())
                        .fires(HIGH),
                when("address missing", stranger().ip(null).build()).fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource("weights")
    void login_in_which_everything_is_new_fires(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> quiet() {
        return List.of(
                when("home", login("1", NOW).build()).isQuiet(),
                when("known device", stranger().device("laptop").build()).isQuiet(),
                when("known country", stranger().from(Place.BERGEN).build()).isQuiet(),
                when("known network", stranger().asn(2119).build()).isQuiet(),
                when("known /24, located anew", stranger().ip("84.208.20.77").build())
                        .isQuiet(),
                when("failure", stranger().failed().build()).isQuiet(),
                when("factor missing", stranger().outcome(Outcome.MFA_REQUIRED).build())
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void one_thing_that_is_known_is_enough(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> missing() {
        return List.of(
                when("device", stranger().device(null).build()).isNotEvaluable("no-device"),
                when("country", stranger().country(null).build()).isNotEvaluable("no-country"),
                when("network", stranger().asn(0).build()).isNotEvaluable("no-asn"),
                when("everything", login("1", NOW).sourceless().build()).isNotEvaluable("no-device"),
                when("device in a failure", stranger().device(null).failed().build())
                        .isQuiet(),
                when(
                                "country, on a known device",
                                stranger().device("laptop").country(null).build())
                        .isQuiet(),
                when(
                                "device, in a known country",
                                stranger().from(Place.BERGEN).device(null).build())
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("missing")
    void what_is_missing_matters_only_where_the_rest_is_new(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void account_that_never_told_a_device_has_none_to_differ_from() {
        when("first device", stranger().build())
                .isQuiet()
                .happensTo(TestAccount.settledLike(home -> home.device(null)), ID);
    }

    static List<Story> edges() {
        return List.of(
                when(
                                "again just below 24 h",
                                stranger().build(),
                                stranger("2", Duration.ofDays(1).minusMillis(1)).build())
                        .isCoolingDown(),
                when(
                                "again at 24 h, on probation",
                                stranger().build(),
                                stranger("2", Duration.ofDays(1)).build())
                        .fires(HIGH),
                when(
                                "device passed with MFA before",
                                stranger().mfaPassed().build(),
                                stranger("2", Duration.ofHours(25))
                                        .from(Place.BERLIN)
                                        .build())
                        .isQuiet(),
                when(
                                "again at once, more severe",
                                stranger().build(),
                                stranger("2", Duration.ofHours(1))
                                        .network(Network.TOR)
                                        .build())
                        .fires(CRITICAL),
                when(
                                "again at once, less severe",
                                stranger().build(),
                                stranger("2", Duration.ofHours(1))
                                        .network(Network.RELAY)
                                        .build())
                        .isCoolingDown(),
                when(
                                "another device at once",
                                stranger().build(),
                                stranger("2", Duration.ofHours(1))
                                        .device("another")
                                        .build())
                        .fires(HIGH),
                when(
                                "another country at once",
                                stranger().build(),
                                stranger("2", Duration.ofHours(1))
                                        .from(Place.BERLIN)
                                        .build())
                        .fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void device_and_country_cool_down_for_a_day(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void alert_tells_what_was_known_and_what_came() {
        TestAccount account = TestAccount.settledInOslo().sees(stranger().build());
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.facts())
                .containsExactly(
                        entry("country", "NG"),
                        entry("known_countries", "NO"),
                        entry("asn", "37148"),
                        entry("network", "RESIDENTIAL"),
                        entry("mfa", "NOT_USED"),
                        entry("ip", "105.112.4.7"));
        assertThat(signal.evidence())
                .containsExactly(new Evidence("1", "login from a new device, country and network", NOW));
        assertThat(Told.of(signal).summary())
                .isEqualTo("Countries known so far: NO. This login: NG, AS37148, network RESIDENTIAL, on a new device;"
                        + " none of the three is known."
                        + " Threshold: known after 3 logins on 2 days, or one with MFA.");
        assertThat(Told.detector(ID).recommend(HIGH)).isEqualTo(Action.STEP_UP);
        assertThat(Told.detector(ID).recommend(MEDIUM)).isEqualTo(Action.NOTIFY_OWNER);
    }

    private static LoginBuilder over(Network network) {
        return stranger().network(network);
    }

    private static LoginBuilder stranger() {
        return stranger("1", Duration.ZERO);
    }

    private static LoginBuilder stranger(String id, Duration later) {
        return login(id, NOW.plus(later)).from(Place.LAGOS).device("stranger");
    }
}
