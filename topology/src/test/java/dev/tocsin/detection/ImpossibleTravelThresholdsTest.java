package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Login;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Memories;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Speed, distance, floor, habit and cooldown, just below, at and just above. */
class ImpossibleTravelThresholdsTest {
    private static final String ID = "impossible-travel";
    private static final GeoPoint OSLO = GeoPoint.ofDegrees(59.91, 10.75);
    private static final GeoPoint BERLIN = GeoPoint.ofDegrees(52.52, 13.40);
    private static final Login HOME = login("home", NOW).build();

    /** Both radii of 10 km taken off. */
    private static final double KM = OSLO.distanceKm(BERLIN) - 20;

    static List<Story> edges() {
        long airliner = (long) (KM / 900 * 3_600_000);
        int slack = (int) (KM + 10 - 500);
        return List.of(
                when("just above 900 km/h", HOME, berlin(airliner).build()).fires(HIGH),
                when("just below 900 km/h", HOME, berlin(airliner + 1).build()).isQuiet(),
                when(
                                "radius leaves just over 500 km",
                                HOME,
                                berlin(60_000).radiusKm(slack).build())
                        .fires(HIGH),
                when(
                                "radius leaves just under 500 km",
                                HOME,
                                berlin(60_000).radiusKm(slack + 1).build())
                        .isQuiet(),
                when(
                                "the other end's radius counts as well",
                                wideHome(slack + 1),
                                berlin(60_000).build())
                        .isQuiet(),
                when("same millisecond", HOME, berlin(0).build()).fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void default_threshold_is_met_exactly(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    /** The visit was one such way, at a speed that nobody minds. */
    static List<Story> habits() {
        return List.of(
                when("twice before, on two days", commute(2, Duration.ofDays(1)))
                        .fires(LOW),
                when("three times before, on three days", commute(3, Duration.ofDays(1)))
                        .isQuiet(),
                when("twice before, the second time an hour ago", commute(2, Duration.ofHours(1)))
                        .isCoolingDown(),
                when("three times before, twice within two hours", commute(3, Duration.ofHours(1)))
                        .isQuiet());
    }

    /** Berlin is passed with MFA, so that only the habit can silence. */
    @ParameterizedTest
    @MethodSource("habits")
    void way_made_three_times_before_is_a_habit(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    /** The stranger's first way is told as HIGH, and stays open for three days. */
    @Test
    void way_made_under_an_open_high_alert_is_no_habit() {
        TestAccount account = TestAccount.settledInOslo();
        for (int day = 0; day < 8; day++) {
            Instant at = NOW.plus(Duration.ofDays(day));
            account.sees(login("h" + day, at).build());
            account.sees(login("b" + day, at.plusSeconds(600))
                    .from(Place.BERLIN)
                    .device("stranger")
                    .build());
        }

        assertThat(account.alerts(ID)).hasSize(8);
    }

    @Test
    void speed_that_nothing_on_earth_exceeds_is_refused() {
        double toTheOtherSideInAMinute = 20_015 * 60.0;

        assertThat(settings(Math.nextDown(toTheOtherSideInAMinute), 500)).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(toTheOtherSideInAMinute, 500))
                .withMessageContaining("max-speed must be below");
    }

    static List<Story> cooldowns() {
        long day = Duration.ofDays(1).toMillis();
        Login again = login("again", NOW.plusMillis(day)).build();
        return List.of(
                when(
                                "just below 24 h",
                                HOME,
                                berlin(60_000).build(),
                                again,
                                berlin("2", day + 59_999).build())
                        .isCoolingDown(),
                when(
                                "at 24 h",
                                HOME,
                                berlin(60_000).build(),
                                again,
                                berlin("2", day + 60_000).build())
                        .fires(HIGH),
                when(
                                "another pair of places",
                                HOME,
                                berlin(60_000).build(),
                                login("2", NOW.plusSeconds(120))
                                        .from(Place.LAGOS)
                                        .build())
                        .fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource("cooldowns")
    void pair_of_places_cools_down_for_a_day(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void speed_must_be_above_the_setting() {
        Moment inOneHour = moment(3_600_000);

        assertThat(examine(inOneHour, Math.nextUp(KM), 500)).isEqualTo(Finding.QUIET);
        assertThat(examine(inOneHour, KM, 500)).isEqualTo(Finding.QUIET);
        assertThat(examine(inOneHour, Math.nextDown(KM), 500)).isInstanceOf(Signal.class);
    }

    @Test
    void distance_must_be_above_the_setting() {
        Moment inOneHour = moment(3_600_000);

        assertThat(examine(inOneHour, 100, Math.nextUp(KM))).isEqualTo(Finding.QUIET);
        assertThat(examine(inOneHour, 100, KM)).isEqualTo(Finding.QUIET);
        assertThat(examine(inOneHour, 100, Math.nextDown(KM))).isInstanceOf(Signal.class);
    }

    @Test
    void less_than_a_minute_between_the_logins_counts_as_a_minute() {
        double kmPerMinute = KM * 60;

        assertThat(examine(moment(1_000), kmPerMinute + 1, 500)).isEqualTo(Finding.QUIET);
        assertThat(examine(moment(0), kmPerMinute + 1, 500)).isEqualTo(Finding.QUIET);
        assertThat(examine(moment(59_999), kmPerMinute - 1, 500)).isInstanceOf(Signal.class);
        assertThat(examine(moment(60_000), kmPerMinute - 1, 500)).isInstanceOf(Signal.class);
        assertThat(examine(moment(61_000), kmPerMinute - 1, 500)).isEqualTo(Finding.QUIET);
    }

    private static Finding examine(Moment moment, double maxSpeedKmh, double minDistanceKm) {
        return new ImpossibleTravelDetector(settings(maxSpeedKmh, minDistanceKm)).examine(moment);
    }

    private static ImpossibleTravelDetector.Settings settings(double maxSpeedKmh, double minDistanceKm) {
        return new ImpossibleTravelDetector.Settings(
                Duration.ofDays(1), maxSpeedKmh, minDistanceKm, Duration.ofMinutes(1), 3);
    }

    private static Moment moment(long millisLater) {
        AccountMemory home = Memories.of(HOME);
        return new Moment(home, berlin(millisLater).build(), false);
    }

    /** A visit to Berlin, and then from home to Berlin within ten minutes, so many times. */
    private static List<Login> commute(int times, Duration apart) {
        List<Login> logins = new ArrayList<>();
        logins.add(berlin("visit", -Duration.ofDays(2).toMillis()).mfaPassed().build());
        for (int time = 0; time < times; time++) {
            Instant at = NOW.plus(apart.multipliedBy(time));
            logins.add(login("h" + time, at).build());
            logins.add(login("b" + time, at.plusSeconds(600))
                    .from(Place.BERLIN)
                    .mfaPassed()
                    .build());
        }
        return logins;
    }

    private static Login wideHome(int radiusKm) {
        return login("home", NOW).radiusKm(radiusKm).build();
    }

    private static LoginBuilder berlin(long millisLater) {
        return berlin("z", millisLater);
    }

    private static LoginBuilder berlin(String id, long millisLater) {
        return login(id, NOW.plusMillis(millisLater)).from(Place.BERLIN);
    }
}
