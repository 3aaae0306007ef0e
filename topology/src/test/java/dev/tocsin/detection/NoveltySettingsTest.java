package dev.tocsin.detection;

import static dev.tocsin.detection.SettingsCase.given;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings of novelty that make no sense are refused with a sentence; the ends of each range are not. */
class NoveltySettingsTest {
    private static final long HOUR = 3_600_000;

    static List<SettingsCase> refused() {
        return List.of(
                given("min-distance must be above 0", () -> city(0)),
                given("min-distance must be above 0", () -> city(Math.nextUp(20_000.0))),
                given("min-distance must be above 0", () -> city(Double.NaN)),
                given("quiet must be between 1 d and 90 d", () -> anonymous(days(1).minusMillis(1))),
                given("quiet must be between 1 d and 90 d", () -> anonymous(days(91))),
                given("max-speed must be above 0", () -> travel(0, 500, 60_000, 3)),
                given("max-speed must be above 0", () -> travel(Double.NaN, 500, 60_000, 3)),
                given("min-distance must be above 0", () -> travel(900, 0, 60_000, 3)),
                given("min-distance must be above 0", () -> travel(900, Math.nextUp(20_000.0), 60_000, 3)),
                given("min-elapsed must be above 0", () -> travel(900, 500, 0, 3)),
                given("max-speed must be below", () -> travel(20_015, 500, HOUR, 3)),
                given("habit-times must be between 1 and 15", () -> travel(900, 500, 60_000, 0)),
                given("habit-times must be between 1 and 15", () -> travel(900, 500, 60_000, 16)));
    }

    static List<SettingsCase> refusedOfHours() {
        return List.of(
                given("min-logins must be between 1 and 255", () -> hour(0, 0.3, 4)),
                given("min-logins must be between 1 and 255", () -> hour(256, 0.3, 4)),
                given("min-concentration must be between 0 and 0.95", () -> hour(30, -0.01, 4)),
                given("min-concentration must be between 0 and 0.95", () -> hour(30, 0.96, 4)),
                given("min-concentration must be between 0 and 0.95", () -> hour(30, Double.NaN, 4)),
                given("deviations must be above 0 and below 12", () -> hour(30, 0.3, 0)),
                given("deviations must be above 0 and below 12", () -> hour(30, 0.3, 12)),
                given("deviations must be above 0 and below 12", () -> hour(30, 0.3, Double.NaN)));
    }

    static List<SettingsCase> accepted() {
        return List.of(
                given("nearest city", () -> city(Double.MIN_VALUE)),
                given("half the Earth", () -> city(20_000)),
                given("shortest quiet", () -> anonymous(days(1))),
                given("longest quiet", () -> anonymous(days(90))),
                given("smallest travel", () -> travel(0.1, 0.1, 1, 1)),
                given("largest travel", () -> travel(Math.nextDown(20_015.0), 20_000, HOUR, 15)),
                given("any hour", () -> hour(1, 0, Double.MIN_VALUE)),
                given("most regular hour", () -> hour(255, 0.95, Math.nextDown(12.0))));
    }

    @ParameterizedTest
    @MethodSource({"refused", "refusedOfHours"})
    void setting_out_of_its_range_is_refused_by_its_name(SettingsCase refused) {
        refused.isRefused();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void ends_of_a_range_are_in_it(SettingsCase accepted) {
        accepted.isAccepted();
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    private static DetectorSettings city(double minDistanceKm) {
        return new NewCityDetector.Settings(Duration.ZERO, minDistanceKm);
    }

    private static DetectorSettings anonymous(Duration quiet) {
        return new AnonymousNetworkDetector.Settings(Duration.ZERO, quiet);
    }

    private static DetectorSettings travel(double speed, double distance, long elapsedMillis, int habitTimes) {
        return new ImpossibleTravelDetector.Settings(
                Duration.ZERO, speed, distance, Duration.ofMillis(elapsedMillis), habitTimes);
    }

    private static DetectorSettings hour(int minLogins, double minConcentration, double deviations) {
        return new UnusualHourDetector.Settings(Duration.ZERO, minLogins, minConcentration, deviations);
    }
}
