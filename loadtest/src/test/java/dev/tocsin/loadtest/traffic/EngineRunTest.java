package dev.tocsin.loadtest.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.alerting.Alert;
import dev.tocsin.detection.DetectorCatalog;
import dev.tocsin.detection.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every story through the production engine: what is said, and what is not. */
class EngineRunTest {
    private static final Instant OPENING = Instant.parse("2026-11-20T14:00:00Z");
    private static final int ROUNDS = 4;

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
                .as(name(story))
                .anyMatch(alert ->
                        alert.signal().detector().equals(story.expectation().detector())
                                && alert.signal().severity() == severity(story));
    }

    /** The detector that should speak does, no other does that is not named, and none is worse. */
    private static void assertLookAlike(Story story, List<Alert> alerts) {
        String detector = story.expectation().detector();
        if (detector == null) {
            assertThat(alerts).as(name(story)).isEmpty();
            return;
        }
        List<String> allowed = new ArrayList<>(story.expectation().besides());
        allowed.add(detector);
        assertThat(alerts)
                .as(name(story))
                .extracting(alert -> alert.signal().detector())
                .contains(detector)
                .isSubsetOf(allowed);
        assertThat(alerts).as(name(story)).allMatch(alert -> severity(story)
                .isAtLeast(alert.signal().severity()));
    }

    private static String name(Story story) {
        return "%s: %s (%s)".formatted(story.name(), story.line(), story.accountId());
    }

    private static Severity severity(Story story) {
        return Severity.valueOf(
                Objects.requireNonNull(story.expectation().severity()).name());
    }

    @Test
    void headlineDetectors_areDistinctAndInTheCatalogue() {
        List<String> headlines = World.headlineDetectors();
        assertThat(headlines).hasSize(10).doesNotHaveDuplicates();
        assertThat(headlines)
                .allSatisfy(id -> assertThat(DetectorCatalog.find(id)).isPresent());
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
