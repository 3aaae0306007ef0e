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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Login;
import dev.tocsin.account.Login.Outcome;
import dev.tocsin.account.Network;
import dev.tocsin.alerting.Evaluation;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Probation, expiry and cooldown have a test of their own, {@link NewCountryTrustTest}. */
class NewCountryDetectorTest {
    private static final String ID = "new-country";

    static List<Story> weights() {
        return List.of(
                when("known device", lagos().build()).fires(MEDIUM),
                when("new device", stranger().build()).fires(HIGH),
                when("device not given", lagos().device(null).build()).fires(MEDIUM),
                when("office network", lagos().network(Network.BUSINESS).build())
                        .fires(MEDIUM),
                when("unknown network", lagos().network(Network.UNKNOWN).build())
                        .fires(MEDIUM),
                when("mobile", lagos().network(Network.MOBILE).build()).fires(LOW),
                when("vpn", lagos().network(Network.VPN).build()).fires(LOW),
                when("relay", lagos().network(Network.RELAY).build()).fires(LOW),
                when("satellite", lagos().network(Network.SATELLITE).build()).fires(LOW),
                when("data centre", lagos().network(Network.HOSTING).build()).fires(HIGH),
                when("Tor", lagos().network(Network.TOR).build()).fires(HIGH),
                when("mobile, new device", stranger().network(Network.MOBILE).build())
                        .fires(MEDIUM),
                when(
                                "data centre, new device",
                                stranger().network(Network.HOSTING).build())
                        .fires(CRITICAL),
                when("MFA", lagos().mfaPassed().build()).fires(LOW),
                when("MFA, new device", stranger().mfaPassed().build()).fires(MEDIUM),
                when(
                                "MFA through a relay",
                                lagos().network(Network.RELAY).mfaPassed().build())
                        .fires(INFO),
                when(
                                "MFA from a data centre",
                                lagos().network(Network.HOSTING).mfaPassed().build())
                        .fires(MEDIUM));
    }

    @ParameterizedTest
    @MethodSource("weights")
    void login_from_an_unseen_country_fires(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> quiet() {
        return List.of(
                when("home", login("1", NOW).build()).isQuiet(),
                when(
                                "another city of the country",
                                login("1", NOW).from(Place.TROMSO).build())
                        .isQuiet(),
                when("failure", lagos().failed().build()).isQuiet(),
                when(
                                "password right, factor missing",
                                lagos().outcome(Outcome.MFA_REQUIRED).build())
                        .isQuiet(),
                when("factor denied", lagos().outcome(Outcome.MFA_DENIED).build())
                        .isQuiet(),
                when("outcome unknown", lagos().outcome(Outcome.UNKNOWN).build())
                        .isQuiet(),
                when("known /24, located anew", lagos().ip("84.208.20.77").build())
                        .isQuiet(),
                when("country missing", lagos().country(null).build()).isNotEvaluable("no-country"),
                when("everything missing", login("1", NOW).sourceless().build()).isNotEvaluable("no-country"),
                when(
                                "country missing in a failure",
                                lagos().country(null).failed().build())
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void login_that_is_none_of_its_business_stays_silent(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void known_64_that_is_located_anew_stays_silent() {
        when("privacy address", lagos().ip("2001:db8:1:2:9999::1").build())
                .isQuiet()
                .happensTo(TestAccount.settledLike(home -> home.ip("2001:db8:1:2::1")), ID);
    }

    @Test
    void neighbour_of_a_place_that_is_not_known_is_no_excuse() {
        Login berlin = login("0", NOW.minusSeconds(60)).from(Place.BERLIN).build();

        when("/24 of one login in Berlin", berlin, lagos().ip("91.64.7.200").build())
                .fires(MEDIUM)
                .happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void account_change_is_not_looked_at() {
        TestAccount account = TestAccount.settledInOslo()
                .sees(change("1", ChangeType.EMAIL_CHANGED, NOW)
                        .from(Place.LAGOS)
                        .build());

        assertThat(account.last().evaluations().all())
                .extracting(Evaluation::detector)
                .isNotEmpty()
                .doesNotContain(ID);
    }

    @Test
    void first_country_of_an_account_that_never_told_one_is_not_new() {
        TestAccount account = TestAccount.fresh();
        for (int day = 0; day < 20; day++) {
            account.sees(
                    login("d" + day, NOW.plus(Duration.ofDays(day))).nowhere().build());
        }

        when("first country", login("1", NOW.plus(Duration.ofDays(21))).build())
                .isQuiet()
                .happensTo(account, ID);
    }

    @Test
    void alert_tells_what_was_known_and_what_came() {
        TestAccount account = TestAccount.settledInOslo().sees(stranger().build());

        assertThat(Told.last(account, ID).signal().facts())
                .containsExactly(
                        entry("country", "NG"),
                        entry("known_countries", "NO"),
                        entry("trust", "unseen"),
                        entry("device", "new device"),
                        entry("network", "RESIDENTIAL"),
                        entry("mfa", "NOT_USED"),
                        entry("ip", "105.112.4.7"),
                        entry("asn", "37148"));
        assertThat(Told.of(account, ID).summary())
                .isEqualTo("Known so far: NO. This login: NG (unseen), new device, network RESIDENTIAL."
                        + " Threshold: a country becomes known after 3 logins on 2 days, or one with MFA.");
    }

    @Test
    void known_countries_are_told_without_those_on_probation() {
        TestAccount account = TestAccount.settledInOslo()
                .sees(login("1", NOW).from(Place.BERLIN).mfaPassed().build())
                .sees(lagos("2", 1).build())
                .sees(login("3", NOW.plus(Duration.ofHours(2)))
                        .from(Place.NEW_YORK)
                        .build());

        assertThat(Told.last(account, ID).signal().facts()).containsEntry("known_countries", "DE NO");
    }

    private static LoginBuilder lagos() {
        return lagos("1", 0);
    }

    private static LoginBuilder lagos(String id, int hours) {
        return lagos(id, hours, 0);
    }

    private static LoginBuilder lagos(String id, int hours, int millis) {
        return login(id, NOW.plus(Duration.ofHours(hours)).plusMillis(millis)).from(Place.LAGOS);
    }

    private static LoginBuilder stranger() {
        return stranger("1", 0);
    }

    private static LoginBuilder stranger(String id, int hours) {
        return lagos(id, hours).device("stranger");
    }
}
