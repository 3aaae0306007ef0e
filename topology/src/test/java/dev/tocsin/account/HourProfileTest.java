package dev.tocsin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mean, spread and distance on a clock without ends. */
class HourProfileTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
    private static final double MINUTE = 1 / 60.0;

    @Test
    void one_time_of_the_day_is_the_usual_one_without_deviation() {
        HourProfile profile = of(9, 9, 9);

        assertThat(profile.logins()).isEqualTo(3);
        assertThat(profile.usualHour()).isCloseTo(9, within(1e-4));
        assertThat(profile.concentration()).isCloseTo(1, within(1e-6));
        assertThat(profile.deviationHours()).isCloseTo(0, within(1e-2));
    }

    @ParameterizedTest
    @CsvSource({"8, 10, 9", "22, 2, 0", "23, 23, 23", "18, 22, 20", "0, 6, 3", "23.5, 1.5, 0.5"})
    void usual_time_lies_in_the_middle_the_shorter_way_round(double one, double other, double middle) {
        assertThat(roundTheClock(of(one, other).usualHour(), middle)).isLessThan(1e-4);
    }

    /** Of two points on a circle, each so far from their middle, the mean vector is as long as the cosine. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "5"})
    void concentration_is_the_length_of_the_mean_vector(double hoursFromMiddle) {
        double expected = Math.cos(hoursFromMiddle * Math.PI / 12);
        HourProfile profile = of(12 - hoursFromMiddle, 12 + hoursFromMiddle);

        assertThat(profile.concentration()).isCloseTo(expected, within(1e-6));
        assertThat(profile.deviationHours()).isCloseTo(12 / Math.PI * Math.sqrt(-2 * Math.log(expected)), within(1e-4));
    }

    @Test
    void small_deviation_is_the_ordinary_standard_deviation() {
        assertThat(of(11.5, 12.5).deviationHours()).isCloseTo(0.5, within(0.01));
    }

    @Test
    void opposite_times_leave_no_habit() {
        HourProfile profile = of(0, 12);

        assertThat(profile.concentration()).isLessThan(1e-6);
        assertThat(profile.deviationHours()).isGreaterThan(12);
    }

    @Test
    void hours_all_alike_leave_no_habit() {
        HourProfile profile = HourProfile.EMPTY;
        for (int hour = 0; hour < 24; hour++) {
            profile = profile.after(at(hour));
        }

        assertThat(profile.concentration()).isLessThan(1e-6);
    }

    @Test
    void empty_profile_knows_no_habit_and_divides_by_nothing() {
        assertThat(HourProfile.EMPTY.concentration()).isZero();
        assertThat(HourProfile.EMPTY.deviationHours()).isGreaterThan(12).isFinite();
        assertThat(HourProfile.EMPTY.usualHour()).isBetween(0.0, 24.0);
    }

    @ParameterizedTest
    @CsvSource({"23, 1, 2", "1, 23, 2", "12, 0, 12", "12, 12, 0", "6, 18.5, 11.5", "0.5, 23.5, 1"})
    void distance_is_the_shorter_way_round(double usual, double hour, double distance) {
        assertThat(of(usual).distanceHours(at(hour))).isCloseTo(distance, within(1e-4));
    }

    @Test
    void time_of_the_day_is_the_same_on_any_day_and_before_1970() {
        HourProfile nine = of(9);

        assertThat(nine.distanceHours(at(9 + 24 * 365))).isCloseTo(0, within(1e-4));
        assertThat(nine.distanceHours(Instant.parse("1969-12-31T10:00:00Z").toEpochMilli()))
                .isCloseTo(1, within(1e-4));
    }

    @Test
    void each_of_the_first_logins_weighs_alike() {
        assertThat(of(6, 6, 6, 12).x()).isCloseTo(-0.25f, within(1e-6f));
        assertThat(of(6, 6, 6, 12).y()).isCloseTo(0.75f, within(1e-6f));
        assertThat(of(12, 6, 6, 6).x()).isCloseTo(-0.25f, within(1e-6f));
    }

    @Test
    void after_many_logins_the_latest_weighs_a_sixty_fourth() {
        HourProfile profile = HourProfile.EMPTY;
        for (int day = 0; day < 200; day++) {
            profile = profile.after(at(6));
        }
        profile = profile.after(at(12));

        assertThat(profile.x()).isCloseTo(-1 / 64f, within(1e-6f));
        assertThat(profile.y()).isCloseTo(63 / 64f, within(1e-6f));
    }

    @Test
    void new_habit_replaces_the_old_one_in_time() {
        HourProfile profile = HourProfile.EMPTY;
        for (int day = 0; day < 400; day++) {
            profile = profile.after(at(day < 200 ? 6 : 20));
        }

        assertThat(profile.usualHour()).isCloseTo(20, within(15 * MINUTE));
        assertThat(profile.logins()).isEqualTo(HourProfile.MAX_LOGINS);
    }

    private static HourProfile of(double... hours) {
        HourProfile profile = HourProfile.EMPTY;
        for (double hour : hours) {
            profile = profile.after(at(hour));
        }
        return profile;
    }

    private static long at(double hour) {
        return MIDNIGHT.plus(Duration.ofMillis(Math.round(hour * 3_600_000))).toEpochMilli();
    }

    private static double roundTheClock(double one, double other) {
        double apart = Math.abs(one - other);
        return Math.min(apart, 24 - apart);
    }
}
