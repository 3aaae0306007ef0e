package dev.tocsin.detection;

import static dev.tocsin.detection.SettingsCase.given;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings of volume that make no sense are refused with a sentence; the ends of each range are not. */
class VolumeSettingsTest {
    private static final long HOUR = 3_600_000;

    static List<SettingsCase> refusedOfSpikes() {
        return List.of(
                given("window must be between 15 s and 5 min", () -> spike(14, 10, 6, 0, 30)),
                given("window must be between 15 s and 5 min", () -> spike(20, 10, 6, 0, 30)),
                given("window must be between 15 s and 5 min", () -> spike(315, 10, 6, 0, 30)),
                given("min-attempts must be between 1 and 1000", () -> spike(300, 0, 6, 0, 30)),
                given("min-attempts must be between 1 and 1000", () -> spike(300, 1_001, 6, 0, 30)),
                given("deviations must not be negative", () -> spike(300, 10, -0.1, 0, 30)),
                given("deviations must not be negative", () -> spike(300, 10, Double.NaN, 0, 30)),
                given("min-history must not be negative", () -> spike(300, 10, 6, -1, 30)),
                given("attempts-without-baseline must be between 1 and 1000", () -> spike(300, 10, 6, 0, 0)),
                given("attempts-without-baseline must be between 1 and 1000", () -> spike(300, 10, 6, 0, 1_001)));
    }

    static List<SettingsCase> refusedOfBursts() {
        return List.of(
                given("window must be above 0 and at most 1 h", () -> failures(0, 5, 3, 2)),
                given("window must be above 0 and at most 1 h", () -> failures(HOUR + 1, 5, 3, 2)),
                given("failures must be between 2 and 20", () -> failures(HOUR, 1, 3, 2)),
                given("failures must be between 2 and 20", () -> failures(HOUR, 21, 3, 2)),
                given("window must be above 0 and at most 1 h", () -> denials(0, 5)),
                given("window must be above 0 and at most 1 h", () -> denials(HOUR + 1, 5)),
                given("denials must be between 2 and 20", () -> denials(HOUR, 1)),
                given("denials must be between 2 and 20", () -> denials(HOUR, 21)),
                given("window must be above 0 and at most 1 h", () -> requests(0, 5)),
                given("window must be above 0 and at most 1 h", () -> requests(HOUR + 1, 5)),
                given("requests must be between 2 and 20", () -> requests(HOUR, 1)),
                given("requests must be between 2 and 20", () -> requests(HOUR, 21)),
                given("min-addresses must be between 2 and 20", () -> failures(HOUR, 5, 1, 2)),
                given("min-addresses must be between 2 and 20", () -> failures(HOUR, 5, 21, 2)),
                given("min-countries must be between 2 and 20", () -> failures(HOUR, 5, 3, 1)),
                given("min-countries must be between 2 and 20", () -> failures(HOUR, 5, 3, 21)));
    }

    static List<SettingsCase> refusedOfGuessing() {
        return List.of(
                given("window must be above 0 and at most 1 h", () -> thenSuccess(0, 5, 1)),
                given("window must be above 0 and at most 1 h", () -> thenSuccess(HOUR + 1, 5, 1)),
                given("success-within must be above 0 and at most 1 h", () -> thenSuccess(1, 5, 0)),
                given("success-within must be above 0 and at most 1 h", () -> thenSuccess(1, 5, HOUR + 1)),
                given(
                        "window and success-within together must be at most 1 h",
                        () -> thenSuccess(HOUR / 2, 5, HOUR / 2 + 1)),
                given("failures must be between 2 and 20", () -> thenSuccess(1, 1, 1)),
                given("failures must be between 2 and 20", () -> thenSuccess(1, 21, 1)),
                given("window must be above 0 and at most 1 h", () -> thenAccepted(0, 5, 1)),
                given("window must be above 0 and at most 1 h", () -> thenAccepted(HOUR + 1, 5, 1)),
                given("success-within must be above 0 and at most 1 h", () -> thenAccepted(1, 5, 0)),
                given("success-within must be above 0 and at most 1 h", () -> thenAccepted(1, 5, HOUR + 1)),
                given(
                        "window and success-within together must be at most 1 h",
                        () -> thenAccepted(HOUR / 2, 5, HOUR / 2 + 1)),
                given("denials must be between 2 and 20", () -> thenAccepted(1, 1, 1)),
                given("denials must be between 2 and 20", () -> thenAccepted(1, 21, 1)));
    }

    static List<SettingsCase> refusedOfSessionsAndChanges() {
        return List.of(
                given("window must be above 0 and at most 24 h", () -> sessions(0, 3)),
                given("window must be above 0 and at most 24 h", () -> sessions(24 * HOUR + 1, 3)),
                given("min-networks must be between 2 and 16", () -> sessions(HOUR, 1)),
                given("min-networks must be between 2 and 16", () -> sessions(HOUR, 17)),
                given("window must be above 0 and at most 7 d", () -> changes(0, 3, 0)),
                given("window must be above 0 and at most 7 d", () -> changes(7 * 24 * HOUR + 1, 3, 0)),
                given("min-types must be between 2 and 9", () -> changes(HOUR, 1, 0)),
                given("min-types must be between 2 and 9", () -> changes(HOUR, 10, 0)),
                given("onboarding must be between 0 and 90 d", () -> changes(HOUR, 3, -1)),
                given("onboarding must be between 0 and 90 d", () -> changes(HOUR, 3, 90 * 24 * HOUR + 1)));
    }

    static List<SettingsCase> accepted() {
        return List.of(
                given("smallest spike", () -> spike(15, 1, 0, 0, 1)),
                given("largest spike", () -> spike(300, 1_000, 100, 365 * 24 * HOUR, 1_000)),
                given("fewest failures", () -> failures(1, 2, 2, 2)),
                given("most failures", () -> failures(HOUR, 20, 20, 20)),
                given("fewest refusals", () -> denials(1, 2)),
                given("most refusals", () -> denials(HOUR, 20)),
                given("fewest requests", () -> requests(1, 2)),
                given("most requests", () -> requests(HOUR, 20)),
                given("shortest guessing", () -> thenSuccess(1, 2, 1)),
                given("longest guessing", () -> thenSuccess(HOUR / 2, 20, HOUR / 2)),
                given("shortest bombing", () -> thenAccepted(1, 2, 1)),
                given("longest bombing", () -> thenAccepted(HOUR / 2, 20, HOUR / 2)),
                given("fewest sessions", () -> sessions(1, 2)),
                given("most sessions", () -> sessions(24 * HOUR, 16)),
                given("fewest changes", () -> changes(1, 2, 0)),
                given("most changes", () -> changes(7 * 24 * HOUR, 9, 90 * 24 * HOUR)));
    }

    @ParameterizedTest
    @MethodSource({"refusedOfSpikes", "refusedOfBursts", "refusedOfGuessing", "refusedOfSessionsAndChanges"})
    void setting_out_of_its_range_is_refused_by_its_name(SettingsCase refused) {
        refused.isRefused();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void ends_of_a_range_are_in_it(SettingsCase accepted) {
        accepted.isAccepted();
    }

    private static DetectorSettings spike(
            int seconds, int attempts, double deviations, long historyMillis, int withoutBaseline) {
        return new LoginVelocitySpikeDetector.Settings(
                Duration.ZERO,
                Duration.ofSeconds(seconds),
                attempts,
                deviations,
                Duration.ofMillis(historyMillis),
                withoutBaseline);
    }

    private static DetectorSettings failures(long windowMillis, int failures, int addresses, int countries) {
        return new FailedBurstDetector.Settings(
                Duration.ZERO, Duration.ofMillis(windowMillis), failures, addresses, countries);
    }

    private static DetectorSettings denials(long windowMillis, int denials) {
        return new MfaFatigueDetector.Settings(Duration.ZERO, Duration.ofMillis(windowMillis), denials);
    }

    private static DetectorSettings requests(long windowMillis, int requests) {
        return new ResetRequestFloodDetector.Settings(Duration.ZERO, Duration.ofMillis(windowMillis), requests);
    }

    private static DetectorSettings thenSuccess(long windowMillis, int failures, long successMillis) {
        return new BurstThenSuccessDetector.Settings(
                Duration.ZERO, Duration.ofMillis(windowMillis), failures, Duration.ofMillis(successMillis));
    }

    private static DetectorSettings thenAccepted(long windowMillis, int denials, long successMillis) {
        return new MfaFatigueAcceptedDetector.Settings(
                Duration.ZERO, Duration.ofMillis(windowMillis), denials, Duration.ofMillis(successMillis));
    }

    private static DetectorSettings sessions(long windowMillis, int networks) {
        return new UnusualConcurrencyDetector.Settings(Duration.ZERO, Duration.ofMillis(windowMillis), networks);
    }

    private static DetectorSettings changes(long windowMillis, int types, long onboardingMillis) {
        return new SensitiveChangeBurstDetector.Settings(
                Duration.ZERO, Duration.ofMillis(windowMillis), types, Duration.ofMillis(onboardingMillis));
    }
}
