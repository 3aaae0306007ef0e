package dev.tocsin.loadtest.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final Instant OPENING = Instant.parse("2026-11-20T14:00:00Z");

    private static List<Event> everythingOf(long seed) {
        World world = new World(seed, 200, OPENING);
        List<Event> events = new ArrayList<>(world.history());
        for (int i = 0; i < 300; i++) {
            events.addAll(world.visit(OPENING.plusSeconds(i)));
        }
        for (int i = 0; i < 5; i++) {
            world.story(OPENING.plusSeconds(i)).ifPresent(story -> events.addAll(story.events()));
        }
        return events;
    }

    @Test
    void sameSeed_givesTheSameEvents() {
        assertThat(everythingOf(5)).isEqualTo(everythingOf(5));
    }

    @Test
    void otherSeed_givesOtherEvents() {
        Set<String> ids = new HashSet<>();
        everythingOf(5).forEach(event -> ids.add(event.eventId()));
        assertThat(everythingOf(6)).noneMatch(event -> ids.contains(event.eventId()));
    }

    @Test
    void eventIds_areAllDifferent() {
        List<Event> events = everythingOf(5);
        assertThat(events.stream().map(Event::eventId).distinct()).hasSize(events.size());
    }

    @Test
    void accountsOfALargerWorld_includeThoseOfASmaller() {
        List<Event> small = new World(5, 50, OPENING).history();
        List<Event> large = new World(5, 100, OPENING).history();
        assertThat(large).containsSubsequence(small);
    }

    @Test
    void history_isInOrderAndEndsAtTheOpening() {
        List<Event> history = new World(5, 200, OPENING).history();
        assertThat(history).isSortedAccordingTo(Event.BY_TIME);
        assertThat(history.get(0).at()).isAfterOrEqualTo(OPENING.minus(World.HISTORY));
        assertThat(history.get(history.size() - 1).at()).isBefore(OPENING);
    }

    @Test
    void visits_comeFromEverybodyBeforeAnybodyComesAgain() {
        World world = new World(5, 100, OPENING);
        Set<String> seen = new HashSet<>();
        int silent = 0;
        for (int i = 0; i < 60; i++) {
            List<Event> visit = world.visit(OPENING.plusSeconds(i));
            silent += visit.isEmpty() ? 1 : 0;
            visit.stream().map(Event::accountId).limit(1).forEach(id -> assertThat(seen.add(id))
                    .isTrue());
        }
        assertThat(seen).hasSize(60 - silent);
        assertThat(silent).isLessThan(3);
    }

    @Test
    void castOfStories_isNotInLiveTraffic() {
        World world = new World(5, 500, OPENING);
        Set<String> ordinary = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            world.visit(OPENING.plusSeconds(i)).forEach(event -> ordinary.add(event.accountId()));
        }
        for (int i = 0; i < World.storiesInRound(); i++) {
            assertThat(ordinary)
                    .doesNotContain(world.story(OPENING).orElseThrow().accountId());
        }
    }

    @Test
    void storyEvents_sayNothingOfTheLabel() {
        World world = new World(5, 500, OPENING);
        for (int i = 0; i < World.storiesInRound(); i++) {
            Story story = world.story(OPENING).orElseThrow();
            assertThat(story.events())
                    .allSatisfy(event -> assertThat(event.record().toString().toLowerCase(Locale.ROOT))
                            .doesNotContain("thief", "attack", "takeover", "story", story.name()));
            assertThat(story.events()).isSortedAccordingTo(Event.BY_TIME);
            assertThat(Duration.between(OPENING, story.end())).isBetween(Duration.ZERO, Story.LONGEST);
        }
    }
}
