package dev.tocsin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptWindowTest {
    /** The start of a bucket. */
    private static final long START = 1_800_000_000_000L;

    private static final long FIVE_MINUTES = 300_000;
    private static final long LAPTOP = 1;
    private static final long PHONE = 2;

    private AttemptWindow window = AttemptWindow.EMPTY;

    @Test
    void empty_window_counts_nothing() {
        assertThat(window.attempts(START, FIVE_MINUTES)).isZero();
    }

    @Test
    void attempts_of_one_moment_share_a_bucket() {
        count(START, START, START + 14_999);

        assertThat(window.buckets()).hasSize(1);
        assertThat(window.attempts(START, FIVE_MINUTES)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "0,       1",
        "284999,  1",
        "285000,  1",
        "299999,  1",
        "300000,  0",
        "1000000, 0",
    })
    void attempt_counts_until_its_bucket_is_five_minutes_old(long later, int expected) {
        count(START);

        assertThat(window.attempts(START + later, FIVE_MINUTES)).isEqualTo(expected);
    }

    @Test
    void count_is_up_to_a_bucket_short_of_exact() {
        count(START + 14_999);

        assertThat(window.attempts(START + 14_999 + 285_000, FIVE_MINUTES)).isEqualTo(1);
        assertThat(window.attempts(START + 14_999 + 285_001, FIVE_MINUTES)).isZero();
    }

    @Test
    void attempts_after_the_moment_do_not_count() {
        count(START, START + 15_000);

        assertThat(window.attempts(START + 14_999, FIVE_MINUTES)).isEqualTo(1);
    }

    @Test
    void shorter_window_counts_fewer_buckets() {
        count(START, START + 15_000, START + 30_000);

        assertThat(window.attempts(START + 30_000, 15_000)).isEqualTo(1);
        assertThat(window.attempts(START + 30_000, 30_000)).isEqualTo(2);
    }

    @Test
    void flood_costs_no_more_than_the_bound() {
        for (int second = 0; second < 3_600; second++) {
            count(START + second * 1_000L);
        }

        assertThat(window.buckets()).hasSize(AttemptWindow.MAX_BUCKETS);
        assertThat(window.attempts(START + 3_599_000, FIVE_MINUTES)).isEqualTo(300);
    }

    @Test
    void count_of_a_bucket_stops_at_its_bound() {
        window = new AttemptWindow(List.of(new AttemptWindow.Bucket(START / 15_000, AttemptWindow.MAX_COUNT)), LAPTOP);
        count(START);

        assertThat(window.attempts(START, FIVE_MINUTES)).isEqualTo(AttemptWindow.MAX_COUNT);
    }

    @Test
    void device_is_told_while_all_attempts_came_from_it() {
        count(START, START + 1);

        assertThat(window.device()).isEqualTo(LAPTOP);
    }

    @Test
    void device_is_not_told_once_two_were_used() {
        window = window.counted(START, LAPTOP).counted(START, PHONE).counted(START, PHONE);

        assertThat(window.device()).isEqualTo(Hash64.NONE);
    }

    @Test
    void device_is_not_told_once_one_was_missing() {
        window = window.counted(START, Hash64.NONE).counted(START, LAPTOP);

        assertThat(window.device()).isEqualTo(Hash64.NONE);
    }

    @Test
    void device_is_told_again_when_the_window_has_emptied() {
        window = window.counted(START, LAPTOP).counted(START, PHONE).counted(START + 315_000, PHONE);

        assertThat(window.device()).isEqualTo(PHONE);
    }

    private void count(long... moments) {
        for (long moment : moments) {
            window = window.counted(moment, LAPTOP);
        }
    }
}
