package dev.tocsin.thresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.detection.Detector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document under which an enabled detector can never fire is refused; one under which it can is not. */
class SilentDetectorTest {
    @Test
    void follower_whose_leaders_are_all_switched_off_is_refused_with_its_line() {
        assertThatThrownBy(() -> parse("""
                        detectors:
                          impossible-travel: { enabled: false }
                          new-context: { enabled: false }
                          new-country: { enabled: false }
                          new-location-then-sensitive:
                            window: 12 h
                        """))
                .isInstanceOf(InvalidThresholdsException.class)
                .hasMessage("my.yaml: detectors.new-location-then-sensitive: can never fire: it follows alerts of"
                        + " impossible-travel, new-context, new-country, which are all switched off or in shadow; mend that,"
                        + " or set enabled: false (line 5)");
    }

    @Test
    void follower_that_the_document_does_not_name_is_refused_all_the_same() {
        assertThatThrownBy(() -> parse("""
                        version: spring
                        detectors:
                          impossible-travel: { enabled: false }
                          new-context: { enabled: false }
                          new-country: { enabled: false }
                        """))
                .hasMessageStartingWith("my.yaml: detectors.new-location-then-sensitive: can never fire")
                .hasMessageEndingWith("or set enabled: false");
    }

    @Test
    void follower_that_is_switched_off_with_its_leaders_is_no_fault() {
        Thresholds tuned = parse("""
                detectors:
                  impossible-travel: { enabled: false }
                  new-context: { enabled: false }
                  new-country: { enabled: false }
                  new-location-then-sensitive: { enabled: false }
                """);

        assertThat(tuned.rules().detectors())
                .extracting(Detector::id)
                .doesNotContain("new-country", "new-location-then-sensitive")
                .contains("brute-then-change");
    }

    @Test
    void threshold_that_nothing_reaches_is_refused() {
        assertThatThrownBy(() -> parse("detectors: { login-velocity-spike: { deviations: 100000 } }"))
                .hasMessage("my.yaml: detectors.login-velocity-spike: can never fire under these settings: told exactly"
                        + " what it looks for, it ends up quiet; mend that, or set enabled: false (line 1)");
    }

    /** Both ends of what the records accept, where the story of the drill is longest or has least time. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "failed-burst: { failures: 2 }",
                "failed-burst: { failures: 11 }",
                "failed-burst: { failures: 20, window: 1 ms }",
                "burst-then-success: { failures: 20, window: 1 ms, success-within: 1 ms }",
                "mfa-fatigue: { denials: 20, window: 1 ms }",
                "mfa-fatigue-accepted: { denials: 20, window: 1 ms, success-within: 1 ms }",
                "reset-request-flood: { requests: 20, window: 1 ms }",
                "sensitive-change-burst: { min-types: 9, window: 1 ms }",
                "sensitive-change-burst: { onboarding: 90 d }",
                "login-velocity-spike: { min-attempts: 1000, window: 15 s }",
                "login-velocity-spike: { min-attempts: 70, attempts-without-baseline: 1 }",
                "impossible-travel: { min-distance: 20000 km }",
                "new-city: { min-distance: 20000 km }",
                "unusual-hour: { min-logins: 255, min-concentration: 0.95, deviations: 11.9 }",
                "unusual-concurrency: { min-networks: 16, window: 1 ms }",
                "dormant-awakening: { silence: 365 d }",
                "dormant-then-payout: { silence: 365 d, window: 1 ms }"
            })
    void setting_that_its_record_accepts_is_not_taken_for_a_dead_one(String detector) {
        assertThat(parse("detectors: { " + detector + " }").rules().detectors()).isNotEmpty();
    }

    @Test
    void follower_is_alive_while_one_of_its_leaders_is_at_the_end_of_its_range() {
        Thresholds tuned = parse("""
                detectors:
                  burst-then-success: { enabled: false }
                  mfa-fatigue-accepted: { enabled: false }
                  failed-burst: { failures: 20, window: 5 ms }
                """);

        assertThat(tuned.rules().detectors()).extracting(Detector::id).contains("brute-then-change");
    }

    private static Thresholds parse(String text) {
        return Thresholds.parse("my.yaml", text);
    }
}
