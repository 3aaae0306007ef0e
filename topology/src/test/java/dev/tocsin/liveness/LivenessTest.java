package dev.tocsin.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.alerting.Alert;
import dev.tocsin.codec.AlertJson;
import dev.tocsin.codec.AlertMessage;
import dev.tocsin.detection.Detector;
import dev.tocsin.testing.TestAccount;
import dev.tocsin.thresholds.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped thresholds over whole lives: every detector can speak, and none speaks louder than it should. */
class LivenessTest {
    private static final int LIVES = 40;
    private static final int ATTACKS = 10;

    private static final Map<String, int[]> COUNTS = new TreeMap<>();
    private static final int IN_ATTACKS = 0;
    private static final int IN_LIVES = 1;
    private static final int LOUD_IN_LIVES = 2;

    @Test
    void every_enabled_detector_is_one_that_some_attack_must_wake() {
        assertThat(Stream.of(Attack.values()).flatMap(attack -> attack.mustFire.stream()))
                .containsAll(Thresholds.defaults().rules().detectors().stream()
                        .map(Detector::id)
                        .toList());
    }

    static Stream<Arguments> attacks() {
        return Stream.of(Attack.values())
                .flatMap(attack -> IntStream.range(0, ATTACKS).mapToObj(seed -> Arguments.of(attack, seed)));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void attack_wakes_the_detectors_that_must_not_miss_it(Attack attack, int seed) {
        List<Alert> alerts = alertsOf(attack.on(seed));

        assertThat(alerts).extracting(alert -> alert.signal().detector()).containsAll(attack.mustFire);
        alerts.forEach(alert -> count(alert, IN_ATTACKS));
    }

    @ParameterizedTest
    @EnumSource
    void ordinary_life_is_told_no_louder_than_documented(OrdinaryLife kind) {
        List<Alert> all = new ArrayList<>();
        for (int seed = 0; seed < LIVES; seed++) {
            all.addAll(alertsOf(kind.live(seed)));
        }

        all.forEach(alert -> count(alert, IN_LIVES));
        all.stream()
                .filter(alert -> alert.signal().severity().rank() >= 2)
                .forEach(alert -> count(alert, LOUD_IN_LIVES));
        System.out.println(kind + ": " + summary(all));
        if (kind.worst == null) {
            assertThat(all).as(kind.name()).isEmpty();
        } else {
            assertThat(all)
                    .as(kind.name())
                    .isNotEmpty()
                    .allMatch(alert -> kind.worst.isAtLeast(alert.signal().severity()));
        }
    }

    /** Everything after the first days, through the engine under the shipped thresholds, and out as the contract's JSON. */
    private static List<Alert> alertsOf(Life life) {
        TestAccount account = TestAccount.freshUnder(Thresholds.defaults().rules());
        for (AccountEvent event : life.events()) {
            account.sees(event);
        }
        account.alerts().forEach(LivenessTest::assertWhole);
        return account.alerts();
    }

    private static void assertWhole(Alert alert) {
        JsonNode json = AlertJson.write(new AlertMessage(alert, false, alert.occurredAt()));
        assertThat(json.get("thresholds_version").asText())
                .isEqualTo(Thresholds.defaults().version());
        assertThat(json.get("summary").asText()).contains("Threshold: ").doesNotContain("null");
        assertThat(json.get("evidence")).isNotEmpty();
        assertThat(json.get("techniques")).isNotEmpty();
    }

    private static String summary(List<Alert> alerts) {
        return alerts.stream()
                .collect(Collectors.groupingBy(
                        alert ->
                                alert.signal().detector() + ' ' + alert.signal().severity(),
                        TreeMap::new,
                        Collectors.counting()))
                .toString();
    }

    private static void count(Alert alert, int column) {
        COUNTS.computeIfAbsent(alert.signal().detector(), id -> new int[3])[column]++;
    }

    @AfterAll
    static void tell() {
        System.out.printf("%-32s%16s%16s%16s%n", "detector", "in attacks", "ordinary lives", "MEDIUM or more");
        COUNTS.forEach((detector, counts) -> System.out.printf(
                "%-32s%16d%16d%16d%n", detector, counts[IN_ATTACKS], counts[IN_LIVES], counts[LOUD_IN_LIVES]));
    }
}
