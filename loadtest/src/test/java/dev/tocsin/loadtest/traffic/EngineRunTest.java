package dev.tocsin.loadtest.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.alerting.Alert;
import dev.tocsin.detection.DetectorCatalog;
import dev.tocsin.detection.Severity;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** History, live traffic and every story through the production engine: what is said, and what is not. */
class EngineRunTest {
    private static final Instant OPENING = Instant.parse("2026-11-20T14:00:00Z");
    private static final int ROUNDS = 4;

    /**
     * MEDIUM and worse, per 10,000 attempts of ordinary traffic. What remains at the shipped settings are trips and VPN
     * exits abroad without a second factor, which the detectors are meant to mention, and the first weeks of accounts that
     * the detector does not know yet.
     */
    private static final double WORST_NOISE = 10;

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void story_raisesWhatItsLabelSays(long seed) {
        World world = new World(seed, 1_500, OPENING);
        Replay replay = new Replay();
        replay.take(world.history());
        Set<String> told = new HashSet<>();
        for (int i = 0; i < ROUNDS * World.storiesInRound(); i++) {
            Story story = world.story(OPENING.plusSeconds(4L * i)).orElseThrow();
            told.add(story.name());
            List<Alert> alerts = replay.take(story.events());
            if (story.expectation().isTakeover()) {
                assertTakeover(story, alerts);
            } else {
                assertLookAlike(story, alerts);
            }
        }
        assertThat(told).hasSize(World.storiesInRound());
    }

    private static void assertTakeover(Story story, List<Alert> alerts) {
        assertThat(alerts)
                .as("%s: %s (%s)", story.name(), story.line(), story.accountId())
                .anyMatch(alert ->
                        alert.signal().detector().equals(story.expectation().detector())
                                && alert.signal().severity() == ceiling(story));
    }

    private static void assertLookAlike(Story story, List<Alert> alerts) {
        String what = story.name() + ": " + story.line() + " (" + story.accountId() + ")";
        if (story.expectation().detector() == null) {
            assertThat(alerts).as(what).isEmpty();
        } else {
            assertThat(alerts)
                    .as(what)
                    .extracting(alert -> alert.signal().detector())
                    .contains(story.expectation().detector());
            assertThat(alerts).as(what).allMatch(alert -> ceiling(story)
                    .isAtLeast(alert.signal().severity()));
        }
    }

    private static Severity ceiling(Story story) {
        return Severity.valueOf(
                Objects.requireNonNull(story.expectation().severity()).name());
    }

    @Test
    void headlineDetectors_eachHaveATakeover() {
        assertThat(Takeovers.plots().stream().map(plot -> plot.expectation().detector()))
                .containsExactlyInAnyOrderElementsOf(DetectorCatalog.items().stream()
                        .map(DetectorCatalog.Item::id)
                        .toList());
    }

    @Test
    void ordinaryTraffic_raisesLittle() {
        World world = new World(7, 3_000, OPENING);
        Replay replay = new Replay();
        List<Alert> alerts = replay.take(world.history());
        int attempts = attempts(world.history());
        for (int i = 0; i < 6_000; i++) {
            List<Event> visit = world.visit(OPENING.plusMillis(200L * i));
            alerts.addAll(replay.take(visit));
            attempts += attempts(visit);
        }
        double loud = alerts.stream()
                .filter(alert -> alert.signal().severity().isAtLeast(Severity.MEDIUM))
                .count();
        System.out.printf("ordinary traffic, %d attempts: %s%n", attempts, table(alerts));
        assertThat(10_000 * loud / attempts).isBetween(0.5, WORST_NOISE);
    }

    private static int attempts(List<Event> events) {
        return events.stream()
                .mapToInt(event -> event.fold(login -> 1, change -> 0))
                .sum();
    }

    private static Map<String, Integer> table(List<Alert> alerts) {
        Map<String, Integer> table = new TreeMap<>();
        alerts.forEach(alert ->
                table.merge(alert.signal().detector() + " " + alert.signal().severity(), 1, Integer::sum));
        return table;
    }

    @Test
    void cast_isLargeEnoughForHalfAnHour() {
        World world = new World(7, 3_000, OPENING);
        int stories = 0;
        for (Optional<Story> story = world.story(OPENING); story.isPresent(); story = world.story(OPENING)) {
            stories++;
        }
        assertThat(stories).isGreaterThan(300);
    }
}
