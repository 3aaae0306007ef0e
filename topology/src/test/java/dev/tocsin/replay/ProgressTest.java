package dev.tocsin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    private final StringWriter words = new StringWriter();
    private long nanos;

    @Test
    void log_gets_a_line_every_ten_seconds() {
        Progress progress = new Progress(new PrintWriter(words), false, () -> nanos);

        for (int second = 1; second <= 25; second++) {
            nanos = Duration.ofSeconds(second).toNanos();
            progress.at(new Recording.Position(second, 100), second * 1_000L);
        }

        assertThat(words.toString().lines())
                .containsExactly(
                        "10 % read, 10,000 events, 1,000 a second, 1 min 30 s left",
                        "20 % read, 20,000 events, 1,000 a second, 1 min 20 s left");
    }

    @Test
    void short_run_says_nothing_on_a_terminal() {
        Progress progress = new Progress(new PrintWriter(words), true, () -> nanos);

        nanos = Duration.ofMillis(1_999).toNanos();
        progress.at(new Recording.Position(50, 100), 1_000);
        progress.clear();

        assertThat(words.toString()).isEmpty();
    }

    @Test
    void terminals_line_is_written_over_and_erased_in_the_end() {
        Progress progress = new Progress(new PrintWriter(words), true, () -> nanos);

        nanos = Duration.ofSeconds(2).toNanos();
        progress.at(new Recording.Position(1, 4), 10);
        nanos = Duration.ofMillis(2_499).toNanos();
        progress.at(new Recording.Position(2, 4), 20);
        progress.clear();

        assertThat(words.toString()).isEqualTo("\r\u001b[K25 % read, 10 events, 5 a second, 6 s left\r\u001b[K");
    }

    @Test
    void what_has_no_known_end_has_no_share_and_no_time_left() {
        Progress progress = new Progress(new PrintWriter(words), false, () -> nanos);

        nanos = Duration.ofSeconds(10).toNanos();
        progress.at(new Recording.Position(5_000, 0), 100);

        assertThat(words).hasToString("100 events, 10 a second" + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "60, 1 min 0 s", "3599, 59 min 59 s", "3600, 1 h 0 min", "7325, 2 h 2 min"})
    void time_is_told_in_two_units(long seconds, String expected) {
        assertThat(Progress.words(seconds)).isEqualTo(expected);
    }
}
