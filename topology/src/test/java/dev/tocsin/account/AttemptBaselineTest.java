package dev.tocsin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptBaselineTest {
    private static final long HOUR = 3_600_000;

    /** The start of an hour. */
    private static final long START = 500_000 * HOUR;

    private static final long WEEK = 7 * 24;

    @Test
    void nothing_is_learned_from_the_running_hour() {
        AttemptBaseline flooded = count(AttemptBaseline.EMPTY, START, 1_000);

        assertThat(flooded.at(START + HOUR - 1).mean()).isZero();
    }

    @Test
    void hour_is_learned_when_the_next_one_begins() {
        AttemptBaseline once = count(AttemptBaseline.EMPTY, START, 1);

        assertThat(once.at(START + HOUR).mean()).isGreaterThan(0);
    }

    @Test
    void steady_load_converges_to_its_rate_with_no_deviation() {
        AttemptBaseline usual = hourly(AttemptBaseline.EMPTY, 0, 20 * WEEK, 20).at(START + 20 * WEEK * HOUR);

        assertThat(usual.mean()).isCloseTo(20, within(0.01f));
        assertThat(usual.deviation()).isCloseTo(0, within(0.1));
    }

    @Test
    void after_one_half_life_half_of_a_steady_load_is_learned() {
        AttemptBaseline usual = hourly(AttemptBaseline.EMPTY, 0, WEEK, 8).at(START + WEEK * HOUR);

        assertThat(usual.mean()).isCloseTo(4, within(0.01f));
    }

    @Test
    void load_in_every_other_hour_deviates_by_half() {
        AttemptBaseline usual = AttemptBaseline.EMPTY;
        for (long hour = 0; hour < 20 * WEEK; hour += 2) {
            usual = count(usual, START + hour * HOUR, 10);
        }
        usual = usual.at(START + 20 * WEEK * HOUR);

        assertThat(usual.mean()).isCloseTo(5, within(0.05f));
        assertThat(usual.deviation()).isCloseTo(5, within(0.01));
    }

    @Test
    void silence_halves_the_mean_every_week() {
        AttemptBaseline usual = hourly(AttemptBaseline.EMPTY, 0, 20 * WEEK, 20).at(START + 20 * WEEK * HOUR);
        float after = usual.mean();

        assertThat(usual.at(START + 21 * WEEK * HOUR).mean()).isCloseTo(after / 2, within(0.01f));
        assertThat(usual.at(START + 22 * WEEK * HOUR).mean()).isCloseTo(after / 4, within(0.01f));
    }

    @Test
    void silence_in_one_leap_is_silence_hour_by_hour() {
        AttemptBaseline usual = hourly(AttemptBaseline.EMPTY, 0, 100, 9);
        AttemptBaseline byHour = usual;
        for (long hour = 100; hour <= 400; hour++) {
            byHour = byHour.at(START + hour * HOUR);
        }
        AttemptBaseline atOnce = usual.at(START + 400 * HOUR);

        assertThat(atOnce.mean()).isCloseTo(byHour.mean(), within(1e-4f));
        assertThat(atOnce.meanSquare()).isCloseTo(byHour.meanSquare(), within(1e-3f));
    }

    @Test
    void century_of_silence_leaves_nothing_and_stays_a_number() {
        AttemptBaseline usual = hourly(AttemptBaseline.EMPTY, 0, 100, 9);
        AttemptBaseline later = usual.at(START + Duration.ofDays(36_500).toMillis());

        assertThat(later.mean()).isZero();
        assertThat(later.deviation()).isZero();
    }

    @Test
    void flood_on_an_account_without_history_teaches_as_ten() {
        AttemptBaseline flooded = count(AttemptBaseline.EMPTY, START, 5_000);
        AttemptBaseline ten = count(AttemptBaseline.EMPTY, START, 10);

        assertThat(flooded.at(START + HOUR)).isEqualTo(ten.at(START + HOUR));
    }

    @Test
    void hour_teaches_at_most_three_times_the_mean_plus_ten() {
        AttemptBaseline usual = new AttemptBaseline(START / HOUR, 0, 4, 16);
        AttemptBaseline atTheBound = count(usual, START, 22).at(START + HOUR);

        assertThat(count(usual, START, 21).at(START + HOUR).mean()).isLessThan(atTheBound.mean());
        assertThat(count(usual, START, 23).at(START + HOUR)).isEqualTo(atTheBound);
        assertThat(count(usual, START, 60_000).at(START + HOUR)).isEqualTo(atTheBound);
    }

    @Test
    void count_stops_at_its_bound() {
        AttemptBaseline full = new AttemptBaseline(START / HOUR, AttemptWindow.MAX_COUNT, 0, 0);

        assertThat(full.counted(START)).isEqualTo(full);
    }

    @Test
    void moment_before_the_running_hour_changes_nothing() {
        AttemptBaseline usual = count(AttemptBaseline.EMPTY, START, 3);

        assertThat(usual.at(START - HOUR)).isSameAs(usual);
    }

    @Test
    void rounding_never_makes_the_deviation_imaginary() {
        assertThat(new AttemptBaseline(1, 0, 3, 8.999f).deviation()).isZero();
    }

    private static AttemptBaseline hourly(AttemptBaseline baseline, long from, long to, int attempts) {
        AttemptBaseline usual = baseline;
        for (long hour = from; hour < to; hour++) {
            usual = count(usual, START + hour * HOUR, attempts);
        }
        return usual;
    }

    private static AttemptBaseline count(AttemptBaseline baseline, long at, int attempts) {
        AttemptBaseline usual = baseline;
        for (int i = 0; i < attempts; i++) {
            usual = usual.counted(at);
        }
        return usual;
    }
}
