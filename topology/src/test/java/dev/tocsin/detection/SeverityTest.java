package dev.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps of severity, and spans of time in words. */
class SeverityTest {
    @ParameterizedTest
    @CsvSource({"LOW, 1, MEDIUM", "HIGH, -2, LOW", "MEDIUM, 0, MEDIUM", "LOW, -5, INFO", "HIGH, 7, CRITICAL"})
    void severity_moves_by_steps_and_ends_at_the_ends(Severity from, int steps, Severity expected) {
        assertThat(from.moved(steps)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"INFO, 0", "LOW, 1", "MEDIUM, 2", "HIGH, 3", "CRITICAL, 4"})
    void rank_is_what_memory_keeps(Severity severity, int rank) {
        assertThat(severity.rank()).isEqualTo(rank);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.9S, 0 s",
        "PT59.999S, 59 s",
        "PT1M, 1 min",
        "PT59M59S, 59 min",
        "PT1H, 1 h",
        "PT2H5M, 2 h 5 min",
        "PT24H, 24 h",
        "PT72H, 72 h",
        "PT72H1M, 3 d",
        "PT720H, 30 d",
    })
    void span_is_told_as_people_say_it(Duration span, String expected) {
        assertThat(Facts.span(span)).isEqualTo(expected);
    }
}
