package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.INFO;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Login;
import dev.tocsin.account.Network;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Memories;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NewCityDetectorTest {
    private static final String ID = "new-city";

    static List<Story> weights() {
        return List.of(
                when("known device", bergen().build()).fires(LOW),
                when("new device", bergen().device("stranger").build()).fires(LOW),
                when("office network", bergen().network(Network.BUSINESS).build())
                        .fires(LOW),
                when("vpn", bergen().network(Network.VPN).build()).fires(INFO),
                when("relay", bergen().network(Network.RELAY).build()).fires(INFO),
                when("satellite", bergen().network(Network.SATELLITE).build()).fires(INFO),
                when("data centre", bergen().network(Network.HOSTING).build()).fires(MEDIUM),
                when("Tor", bergen().network(Network.TOR).build()).fires(MEDIUM),
                when("MFA", bergen().mfaPassed().build()).fires(INFO),
                when(
                                "MFA from a data centre",
                                bergen().network(Network.HOSTING).mfaPassed().build())
                        .fires(LOW),
                when(
                                "on probation, a day later",
                                bergen().build(),
                                bergen("2", 24).build())
                        .fires(LOW));
    }

    @ParameterizedTest
    @MethodSource("weights")
    void login_from_a_far_city_of_a_known_country_fires(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> quiet() {
        return List.of(
                when("home", login("1", NOW).build()).isQuiet(),
                when("mobile network", bergen().network(Network.MOBILE).build()).isQuiet(),
                when("known /24, located anew", bergen().ip("84.208.20.77").build())
                        .isQuiet(),
                when("suburb", login("1", NOW).from(Place.DRAMMEN).build()).isQuiet(),
                when("new country", login("1", NOW).from(Place.BERLIN).build()).isQuiet(),
                when(
                                "country on probation",
                                login("1", NOW).from(Place.BERLIN).build(),
                                login("2", NOW.plusSeconds(60))
                                        .from(Place.BERLIN)
                                        .city("Hamburg")
                                        .position(GeoPoint.ofDegrees(53.55, 9.99))
                                        .build())
                        .isQuiet(),
                when("failure", bergen().failed().build()).isQuiet(),
                when(
                                "city that was passed with MFA",
                                bergen().mfaPassed().build(),
                                bergen("2", 25).build())
                        .isQuiet(),
                when(
                                "city near the second known city",
                                bergen().mfaPassed().build(),
                                bergen("2", 25).city("Askoy").build())
                        .isQuiet(),
                when(
                                "database that names the home city anew",
                                bergen().city("Oslo").build())
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void login_that_is_none_of_its_business_stays_silent(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void known_64_that_is_located_anew_stays_silent() {
        when("privacy address", bergen().ip("2001:db8:1:2:9999::1").build())
                .isQuiet()
                .happensTo(TestAccount.settledLike(home -> home.ip("2001:db8:1:2::1")), ID);
    }

    static List<Story> missing() {
        return List.of(
                when("city", bergen().city(null).build()).isNotEvaluable("no-city"),
                when("coordinates", bergen().position(null).build()).isNotEvaluable("no-city"),
                when("country", bergen().country(null).build()).isNotEvaluable("no-city"),
                when("everything", login("1", NOW).sourceless().build()).isNotEvaluable("no-city"));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void login_without_a_place_is_not_evaluable(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void account_whose_cities_had_no_coordinates_is_not_evaluable() {
        TestAccount account = TestAccount.fresh();
        for (int day = 20; day > 0; day--) {
            Instant at = NOW.minus(Duration.ofDays(day));
            account.sees(login("d" + day, at).position(null).build());
        }

        when("nothing to compare with", bergen().build())
                .isNotEvaluable("no-known-city")
                .happensTo(account, ID);
    }

    /** Oslo and Bergen are 305 km apart, and the home's radius of 10 km is taken off first. */
    static List<Story> edges() {
        return List.of(
                when(
                                "radius leaves just over 100 km",
                                bergen().radiusKm(slack()).build())
                        .fires(LOW),
                when(
                                "radius leaves just under 100 km",
                                bergen().radiusKm(slack() + 1).build())
                        .isQuiet(),
                when("radius reaches home", bergen().radiusKm(1_000).build()).isQuiet(),
                when(
                                "again just below 24 h",
                                bergen().build(),
                                bergen("2", 24, -1).build())
                        .isCoolingDown(),
                when("again at 24 h", bergen().build(), bergen("2", 24).build()).fires(LOW),
                when(
                                "another city at once",
                                bergen().build(),
                                login("2", NOW.plusSeconds(60))
                                        .from(Place.TROMSO)
                                        .build())
                        .fires(LOW));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void threshold_is_met_exactly(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void distance_must_be_above_the_setting() {
        AccountMemory home = Memories.of(login("home", NOW.minusSeconds(60)).build());
        Login away = bergen().build();
        Moment moment = new Moment(home, away, false);
        double km = surelyKm();

        assertThat(detector(Math.nextUp(km)).examine(moment)).isEqualTo(Finding.QUIET);
        assertThat(detector(km).examine(moment)).isEqualTo(Finding.QUIET);
        assertThat(detector(Math.nextDown(km)).examine(moment)).isInstanceOf(Signal.class);
    }

    @Test
    void alert_tells_the_city_and_how_far_it_is() {
        TestAccount account = TestAccount.settledInOslo().sees(bergen().build());

        assertThat(Told.last(account, ID).signal().facts())
                .containsExactly(
                        entry("city", "Bergen, NO"),
                        entry("nearest_known_km", "285"),
                        entry("min_distance_km", "100"),
                        entry("device", "known device"),
                        entry("network", "RESIDENTIAL"),
                        entry("mfa", "NOT_USED"),
                        entry("ip", "88.89.10.7"),
                        entry("asn", "2116"));
        assertThat(Told.of(account, ID).summary())
                .isEqualTo("This login: Bergen, NO, known device, network RESIDENTIAL;"
                        + " the nearest known place is 285 km away. Threshold: 100 km.");
    }

    private static NewCityDetector detector(double minDistanceKm) {
        return new NewCityDetector(new NewCityDetector.Settings(Duration.ofDays(1), minDistanceKm));
    }

    /** The largest radius of a login in Bergen that leaves more than 100 km. */
    private static int slack() {
        return (int) (surelyKm() + 10 - 100);
    }

    private static double surelyKm() {
        return GeoPoint.ofDegrees(59.91, 10.75).surelyKm(GeoPoint.ofDegrees(60.39, 5.32), 20);
    }

    private static LoginBuilder bergen() {
        return bergen("1", 0);
    }

    private static LoginBuilder bergen(String id, int hours) {
        return bergen(id, hours, 0);
    }

    private static LoginBuilder bergen(String id, int hours, int millis) {
        return login(id, NOW.plus(Duration.ofHours(hours)).plusMillis(millis)).from(Place.BERGEN);
    }
}
