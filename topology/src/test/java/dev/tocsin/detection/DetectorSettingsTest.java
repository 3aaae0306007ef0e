package dev.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings that make no sense are refused with a sentence; the ends of each range are not. */
class DetectorSettingsTest {
    private static final Duration DAY = Duration.ofDays(1);

    private record Case(String sentence, Supplier<DetectorSettings> settings) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static List<Case> refused() {
        return List.of(
                new Case("cooldown must be between", () -> country(Duration.ofMillis(-1))),
                new Case(
                        "cooldown must be between",
                        () -> country(Duration.ofDays(7).plusMillis(1))),
                new Case("min-distance must be", () -> city(0)),
                new Case("min-distance must be", () -> city(Math.nextUp(20_000.0))),
                new Case("min-distance must be", () -> city(Double.NaN)),
                new Case("max-speed must be", () -> travel(0, 500, 1, 3)),
                new Case("max-speed must be", () -> travel(Double.NaN, 500, 1, 3)),
                new Case("min-distance must be", () -> travel(900, 0, 1, 3)),
                new Case("min-distance must be", () -> travel(900, 20_001, 1, 3)),
                new Case("min-elapsed must be", () -> travel(900, 500, 0, 3)),
                new Case("habit-times must be", () -> travel(900, 500, 1, 0)),
                new Case("habit-times must be", () -> travel(900, 500, 1, 16)));
    }

    static List<Case> refusedOfSpikeAndSequence() {
        return List.of(
                new Case("window must be between", () -> spike(14, 10, 6, 30)),
                new Case("window must be between", () -> spike(20, 10, 6, 30)),
                new Case("window must be between", () -> spike(315, 10, 6, 30)),
                new Case("min-attempts must be", () -> spike(300, 0, 6, 30)),
                new Case("deviations must not", () -> spike(300, 10, -0.1, 30)),
                new Case("attempts-without-baseline must be", () -> spike(300, 10, 6, 0)),
                new Case("must ascend in this order", () -> reset(-1, 24, 72, 30)),
                new Case("must ascend in this order", () -> reset(25, 24, 72, 30)),
                new Case("must ascend in this order", () -> reset(1, 73, 72, 30)),
                new Case("window must be above 0", () -> reset(0, 0, 0, 30)),
                new Case("window must be above 0", () -> reset(1, 24, 169, 30)),
                new Case("long-known must be", () -> reset(1, 24, 72, -1)),
                new Case("long-known must be", () -> reset(1, 24, 72, 366)));
    }

    @ParameterizedTest
    @MethodSource({"refused", "refusedOfSpikeAndSequence"})
    void setting_out_of_its_range_is_refused_by_its_name(Case refused) {
        assertThatIllegalArgumentException()
                .isThrownBy(refused.settings()::get)
                .withMessageContaining(refused.sentence());
    }

    static List<Case> accepted() {
        return List.of(
                new Case("no cooldown", () -> country(Duration.ZERO)),
                new Case("week of cooldown", () -> country(Duration.ofDays(7))),
                new Case("half the Earth", () -> city(20_000)),
                new Case("smallest travel", () -> travel(0.1, 0.1, 1, 1)),
                new Case("largest travel", () -> travel(1e9, 20_000, 1_000_000, 15)),
                new Case("shortest spike", () -> spike(15, 1, 0, 1)),
                new Case("longest spike", () -> spike(300, 1_000, 100, 1_000)),
                new Case("shortest sequence", () -> reset(0, 0, 1, 0)),
                new Case("longest sequence", () -> reset(168, 168, 168, 365)));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void ends_of_a_range_are_in_it(Case accepted) {
        assertThat(accepted.settings().get()).isNotNull();
    }

    private static DetectorSettings country(Duration cooldown) {
        return new NewCountryDetector.Settings(cooldown);
    }

    private static DetectorSettings city(double minDistanceKm) {
        return new NewCityDetector.Settings(DAY, minDistanceKm);
    }

    private static DetectorSettings travel(double speed, double distance, long elapsedMillis, int habitTimes) {
        return new ImpossibleTravelDetector.Settings(
                DAY, speed, distance, Duration.ofMillis(elapsedMillis), habitTimes);
    }

    private static DetectorSettings spike(int seconds, int attempts, double deviations, int withoutBaseline) {
        return new LoginVelocitySpikeDetector.Settings(
                DAY, Duration.ofSeconds(seconds), attempts, deviations, DAY, withoutBaseline);
    }

    private static DetectorSettings reset(int criticalHours, int highHours, int windowHours, int longKnownDays) {
        return new SequenceSettings.Tiered(
                DAY,
                Duration.ofHours(criticalHours),
                Duration.ofHours(highHours),
                Duration.ofHours(windowHours),
                DAY,
                DAY,
                Duration.ofDays(longKnownDays));
    }
}
