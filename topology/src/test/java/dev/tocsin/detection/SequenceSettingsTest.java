package dev.tocsin.detection;

import static dev.tocsin.detection.SettingsCase.given;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings of sequences that make no sense are refused with a sentence; the ends of each range are not. */
class SequenceSettingsTest {
    private static final Duration NONE = Duration.ZERO;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);

    static List<SettingsCase> refused() {
        return List.of(
                given(
                        "must not be negative and must ascend in this order",
                        () -> tiered(hours(-1), hours(24), hours(72))),
                given(
                        "must not be negative and must ascend in this order",
                        () -> tiered(hours(24).plusMillis(1), hours(24), hours(72))),
                given(
                        "must not be negative and must ascend in this order",
                        () -> tiered(hours(1), hours(72).plusMillis(1), hours(72))),
                given("window must be above 0 and at most 7 d", () -> tiered(NONE, NONE, NONE)),
                given("window must be above 0 and at most 7 d", () -> tiered(hours(1), hours(24), WEEK.plusMillis(1))),
                given("window must be above 0 and at most 7 d", () -> flat(NONE, NONE, NONE, NONE)),
                given("window must be above 0 and at most 7 d", () -> flat(WEEK.plusMillis(1), NONE, NONE, NONE)),
                given("hold must not be negative", () -> flat(WEEK, Duration.ofMillis(-1), NONE, NONE)),
                given("mfa-within must not be negative", () -> flat(WEEK, NONE, Duration.ofMillis(-1), NONE)),
                given("long-known must be between 0 and 365 d", () -> flat(WEEK, NONE, NONE, Duration.ofMillis(-1))),
                given("long-known must be between 0 and 365 d", () -> flat(WEEK, NONE, NONE, YEAR.plusMillis(1))),
                given("window must be above 0 and at most 7 d", () -> dormantPayout(YEAR, NONE)),
                given("window must be above 0 and at most 7 d", () -> dormantPayout(YEAR, WEEK.plusMillis(1))),
                given("silence must be between 30 d and 365 d", () -> dormantPayout(MONTH.minusMillis(1), WEEK)),
                given("silence must be between 30 d and 365 d", () -> dormantPayout(YEAR.plusDays(1), WEEK)),
                given("silence must be between 30 d and 365 d", () -> awakening(MONTH.minusMillis(1), NONE)),
                given("silence must be between 30 d and 365 d", () -> awakening(YEAR.plusDays(1), NONE)),
                given("change-within must be between 0 and 7 d", () -> awakening(YEAR, Duration.ofMillis(-1))),
                given("change-within must be between 0 and 7 d", () -> awakening(YEAR, WEEK.plusMillis(1))));
    }

    static List<SettingsCase> accepted() {
        return List.of(
                given("shortest tiers", () -> tiered(NONE, NONE, Duration.ofMillis(1))),
                given("longest tiers", () -> tiered(WEEK, WEEK, WEEK)),
                given("shortest window", () -> flat(Duration.ofMillis(1), NONE, NONE, NONE)),
                given("longest everything", () -> flat(WEEK, YEAR, YEAR, YEAR)),
                given("shortest silence before a payout", () -> dormantPayout(MONTH, Duration.ofMillis(1))),
                given("longest silence before a payout", () -> dormantPayout(YEAR, WEEK)),
                given("shortest silence", () -> awakening(MONTH, NONE)),
                given("longest silence", () -> awakening(YEAR, WEEK)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void setting_out_of_its_range_is_refused_by_its_name(SettingsCase refused) {
        refused.isRefused();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void ends_of_a_range_are_in_it(SettingsCase accepted) {
        accepted.isAccepted();
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    private static DetectorSettings tiered(Duration critical, Duration high, Duration window) {
        return new SequenceSettings.Tiered(NONE, critical, high, window, NONE, NONE, NONE);
    }

    private static DetectorSettings flat(Duration window, Duration hold, Duration mfaWithin, Duration longKnown) {
        return new SequenceSettings.Flat(NONE, window, hold, mfaWithin, longKnown);
    }

    private static DetectorSettings dormantPayout(Duration silence, Duration window) {
        return new DormantThenPayout.Settings(NONE, silence, window, NONE, NONE);
    }

    private static DetectorSettings awakening(Duration silence, Duration changeWithin) {
        return new DormantAwakeningDetector.Settings(NONE, silence, changeWithin);
    }
}
