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

/** Its thresholds have a test of their own, {@link ImpossibleTravelThresholdsTest}. */
class ImpossibleTravelDetectorTest {
    private static final String ID = "impossible-travel";
    private static final Login HOME = login("home", NOW).build();

    static List<Story> weights() {
        return List.of(
                when("known device", HOME, lagos().build()).fires(HIGH),
                when("new device", HOME, lagos().device("stranger").build()).fires(HIGH),
                when("device not given", HOME, lagos().device(null).build()).fires(HIGH),
                when("office network", HOME, lagos().network(Network.BUSINESS).build())
                        .fires(HIGH),
                when("data centre", HOME, lagos().network(Network.HOSTING).build())
                        .fires(HIGH),
                when("Tor", HOME, lagos().network(Network.TOR).build()).fires(HIGH),
                when("mobile", HOME, lagos().network(Network.MOBILE).build()).fires(MEDIUM),
                when("vpn", HOME, lagos().network(Network.VPN).build()).fires(INFO),
                when("relay", HOME, lagos().network(Network.RELAY).build()).fires(INFO),
                when("satellite", HOME, lagos().network(Network.SATELLITE).build())
                        .fires(INFO),
                when("address missing", HOME, lagos().ip(null).build()).fires(HIGH),
                when("city missing", HOME, lagos().city(null).build()).fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource("weights")
    void two_places_at_once_fire(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    /** Lagos was passed with MFA from the phone two days ago. */
    static List<Story> known() {
        Login lagos = login("known", NOW.minus(Duration.ofDays(2)))
                .from(Place.LAGOS)
                .device("phone")
                .mfaPassed()
                .build();
        return List.of(
                when("both places and devices known", lagos, HOME, lagos().build())
                        .fires(LOW),
                when(
                                "the other known device",
                                lagos,
                                HOME,
                                lagos().device("phone").build())
                        .fires(LOW),
                when(
                                "places known, device new",
                                lagos,
                                HOME,
                                lagos().device("stranger").build())
                        .fires(HIGH),
                when(
                                "places known, device missing",
                                lagos,
                                HOME,
                                lagos().device(null).build())
                        .fires(HIGH),
                when(
                                "known, mobile",
                                lagos,
                                HOME,
                                lagos().network(Network.MOBILE).build())
                        .fires(LOW),
                when("known, relay", lagos, HOME, lagos().network(Network.RELAY).build())
                        .fires(INFO),
                when(
                                "country known, city missing",
                                lagos,
                                HOME,
                                lagos().city(null).build())
                        .fires(LOW));
    }

    @ParameterizedTest
    @MethodSource("known")
    void two_known_places_weigh_little_from_known_devices_only(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> quiet() {
        Login home = login("2", NOW.plusSeconds(7_200)).build();
        return List.of(
                when("same place", HOME, login("1", NOW).build()).isQuiet(),
                when("failure far away", HOME, lagos().failed().build()).isQuiet(),
                when(
                                "same address, located anew",
                                HOME,
                                lagos().ip("84.208.20.10").build())
                        .isQuiet(),
                when("same /24", HOME, lagos().ip("84.208.20.255").build()).isQuiet(),
                when(
                                "privacy addresses in one /64",
                                login("home", NOW).ip("2001:db8:1:2::1").build(),
                                lagos().ip("2001:db8:1:2:aaaa::9").build())
                        .isQuiet(),
                when(
                                "home again after a relay",
                                HOME,
                                lagos().network(Network.RELAY).build(),
                                home)
                        .isQuiet(),
                when(
                                "ground after satellite",
                                HOME,
                                lagos().network(Network.SATELLITE).build(),
                                home)
                        .isQuiet(),
                when(
                                "home again after a failure elsewhere",
                                HOME,
                                lagos().failed().build(),
                                home)
                        .isQuiet(),
                when("there and back is one story", HOME, lagos().build(), home).isCoolingDown());
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void what_explains_the_distance_keeps_it_silent(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    /** Lagos was passed with MFA; the account never told a device. */
    static List<Story> withoutDevices() {
        Login lagos = login("known", NOW.minus(Duration.ofDays(2)))
                .from(Place.LAGOS)
                .device(null)
                .mfaPassed()
                .build();
        Login home = login("home", NOW).device(null).build();
        return List.of(
                when("places known", lagos, home, lagos().device(null).build()).fires(LOW),
                when("one place not known", home, lagos().device(null).build()).fires(HIGH),
                when(
                                "first device of all",
                                lagos,
                                home,
                                lagos().device("stranger").build())
                        .fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource("withoutDevices")
    void account_that_never_told_a_device_cannot_tell_an_unknown_one(Story story) {
        story.happensTo(TestAccount.settledLike(home -> home.device(null)), ID);
    }

    static List<Story> missing() {
        return List.of(
                when("coordinates", HOME, lagos().position(null).build()).isNotEvaluable("no-position"),
                when("everything", HOME, lagos().sourceless().build()).isNotEvaluable("no-position"),
                when("place of a private address", HOME, lagos().ip("10.1.2.3").build())
                        .isNotEvaluable("no-position"));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void login_without_a_position_is_not_evaluable(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void account_that_was_nowhere_before_has_not_travelled() {
        when("first login", lagos().build()).isQuiet().happensTo(TestAccount.fresh(), ID);
    }

    @Test
    void alert_tells_both_ends_and_the_threshold() {
        TestAccount account = TestAccount.settledInOslo().sees(HOME).sees(lagos().build());

        assertThat(Told.last(account, ID).signal().facts())
                .containsExactly(
                        entry("previous_place", "Oslo, NO"),
                        entry("current_place", "Lagos, NG"),
                        entry("distance_km", "5957"),
                        entry("elapsed", "1 h"),
                        entry("speed_kmh", "5957"),
                        entry("max_speed_kmh", "900"),
                        entry("min_distance_km", "500"),
                        entry("places", "not both known"),
                        entry("devices", "both known"),
                        entry("network", "RESIDENTIAL"),
                        entry("previous_ip", "84.208.20.10"),
                        entry("ip", "105.112.4.7"));
        assertThat(Told.of(account, ID).summary())
                .isEqualTo("Previous login: Oslo, NO. This login: Lagos, NG, at least 5957 km away, 1 h later:"
                        + " 5957 km/h. Threshold: 900 km/h beyond 500 km."
                        + " Places not both known, devices both known, network RESIDENTIAL.");
    }

    @Test
    void alert_rests_on_both_logins_earlier_first() {
        TestAccount account = TestAccount.settledInOslo().sees(HOME).sees(lagos().build());

        assertThat(Told.last(account, ID).signal().evidence())
                .extracting(Evidence::eventId)
                .containsExactly("home", "1");
    }

    private static LoginBuilder lagos() {
        return login("1", NOW.plusSeconds(3_600)).from(Place.LAGOS);
    }
}
