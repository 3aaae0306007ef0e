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

/** Lost cookies have a test of their own, {@link LostCookieTest}. */
class NewDeviceDetectorTest {
    private static final String ID = "new-device";

    static List<Story> weights() {
        return List.of(
                when("at home", phone().build()).fires(LOW),
                when("at home, mobile", phone().network(Network.MOBILE).build()).fires(INFO),
                when("at home, vpn", phone().network(Network.VPN).build()).fires(INFO),
                when("at home, relay", phone().network(Network.RELAY).build()).fires(INFO),
                when("at home, satellite", phone().network(Network.SATELLITE).build())
                        .fires(INFO),
                when("at home, data centre", phone().network(Network.HOSTING).build())
                        .fires(MEDIUM),
                when("at home, Tor", phone().network(Network.TOR).build()).fires(MEDIUM),
                when("at home, MFA", phone().mfaPassed().build()).fires(INFO),
                when("place not given", phone().nowhere().build()).fires(LOW),
                when("another city, known network", phone().from(Place.DRAMMEN).build())
                        .fires(LOW),
                when("new network", phone().asn(64_500).ip("198.51.100.7").build())
                        .fires(MEDIUM),
                when(
                                "new country, known network",
                                phone().from(Place.LAGOS).asn(2119).build())
                        .fires(MEDIUM),
                when("new country and network", phone().from(Place.LAGOS).build())
                        .fires(MEDIUM),
                when(
                                "new country, mobile",
                                phone().from(Place.LAGOS)
                                        .network(Network.MOBILE)
                                        .build())
                        .fires(LOW),
                when(
                                "new country, data centre",
                                phone().from(Place.LAGOS)
                                        .network(Network.HOSTING)
                                        .build())
                        .fires(HIGH),
                when("new country, MFA", phone().from(Place.LAGOS).mfaPassed().build())
                        .fires(LOW),
                when(
                                "known /24, located anew",
                                phone().from(Place.LAGOS).ip("84.208.20.77").build())
                        .fires(LOW));
    }

    @ParameterizedTest
    @MethodSource("weights")
    void login_on_an_unseen_device_fires(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> quiet() {
        return List.of(
                when("known device", login("1", NOW).build()).isQuiet(),
                when("known device elsewhere", login("1", NOW).from(Place.LAGOS).build())
                        .isQuiet(),
                when("failure", phone().failed().build()).isQuiet(),
                when("factor missing", phone().outcome(Outcome.MFA_REQUIRED).build())
                        .isQuiet(),
                when("device missing", login("1", NOW).device(null).build()).isNotEvaluable("no-device"),
                when("everything missing", login("1", NOW).sourceless().build()).isNotEvaluable("no-device"),
                when(
                                "device missing in a failure",
                                login("1", NOW).device(null).failed().build())
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void login_that_is_none_of_its_business_stays_silent(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void first_device_of_an_account_that_never_told_one_is_not_new() {
        when("first device", phone().build())
                .isQuiet()
                .happensTo(TestAccount.settledLike(home -> home.device(null)), ID);
    }

    /** The last login with the laptop was three days before NOW. */
    static List<Story> edges() {
        Instant expiry = NOW.plus(Duration.ofDays(90 - 3));
        return List.of(
                when("laptop, 90 days of silence", login("1", expiry).build()).isQuiet(),
                when(
                                "laptop, 91 days of silence",
                                login("1", expiry.plus(Duration.ofDays(1))).build())
                        .isQuiet(),
                when(
                                "at home again, on probation",
                                phone().build(),
                                phone("2", 24).build())
                        .isQuiet(),
                when(
                                "abroad again, on probation",
                                phone().from(Place.LAGOS).build(),
                                phone("2", 24).from(Place.LAGOS).build())
                        .fires(LOW),
                when(
                                "abroad, third login, second day",
                                phone().from(Place.LAGOS).build(),
                                phone("2", 1).from(Place.LAGOS).build(),
                                phone("3", 24).from(Place.LAGOS).build())
                        .fires(LOW),
                when(
                                "passed with MFA before",
                                phone().mfaPassed().build(),
                                phone("2", 25).build())
                        .isQuiet(),
                when(
                                "again just below 24 h",
                                phone().from(Place.LAGOS).build(),
                                login("2", NOW.plus(Duration.ofDays(1)).minusMillis(1))
                                        .from(Place.LAGOS)
                                        .device("phone")
                                        .build())
                        .isCoolingDown(),
                when(
                                "told as mild, then in a data centre",
                                phone().build(),
                                phone("2", 1)
                                        .from(Place.LAGOS)
                                        .network(Network.HOSTING)
                                        .build())
                        .fires(MEDIUM),
                when(
                                "told abroad, then at home",
                                phone().from(Place.LAGOS).build(),
                                phone("2", 1).build())
                        .isQuiet(),
                when(
                                "another device at once",
                                phone().build(),
                                phone("2", 1).device("tablet").build())
                        .fires(LOW));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void threshold_is_met_exactly(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void alert_tells_what_was_known_and_what_came() {
        TestAccount account =
                TestAccount.settledInOslo().sees(phone().from(Place.LAGOS).build());
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.facts())
                .containsExactly(
                        entry("known_devices", "1"),
                        entry("trust", "unseen"),
                        entry("place", "new country or network"),
                        entry("network", "RESIDENTIAL"),
                        entry("mfa", "NOT_USED"),
                        entry("ip", "105.112.4.7"),
                        entry("asn", "37148"),
                        entry("country", "NG"));
        assertThat(signal.evidence()).containsExactly(new Evidence("1", "login on a new device", NOW));
        assertThat(Told.of(signal).summary())
                .isEqualTo("Devices known so far: 1. This login: a device that is unseen, new country or network,"
                        + " network RESIDENTIAL. Threshold: known after 3 logins on 2 days, or one with MFA.");
        assertThat(Told.detector(ID).recommend(MEDIUM)).isEqualTo(Action.STEP_UP);
        assertThat(Told.detector(ID).recommend(LOW)).isEqualTo(Action.NOTIFY_OWNER);
    }

    private static LoginBuilder phone() {
        return phone("1", 0);
    }

    private static LoginBuilder phone(String id, int hours) {
        return login(id, NOW.plus(Duration.ofHours(hours))).device("phone");
    }
}
