package dev.tocsin.loadtest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.loadtest.traffic.Event;
import dev.tocsin.loadtest.traffic.Story;
import dev.tocsin.loadtest.traffic.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedTest {
    private static final Instant BEGIN = Samples.NOW;

    private final List<Story> stories = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    private Feed play(int accounts, Optional<Instant> end, int seconds) {
        Feed feed = new Feed(new World(3, accounts, BEGIN), BEGIN, end, stories::add);
        for (int tick = 0; tick <= seconds * 50; tick++) {
            feed.due(BEGIN.plusMillis(20L * tick), events::add);
        }
        return feed;
    }

    @Test
    void shortestDemo_showsEveryTakeoverFromBeginToEnd() {
        Instant end = BEGIN.plusSeconds(DemoOptions.SHORTEST_SECONDS);
        Feed feed = play(600, Optional.of(end), DemoOptions.SHORTEST_SECONDS);
        assertThat(stories.stream()
                        .filter(story -> story.expectation().isTakeover())
                        .map(story -> Objects.requireNonNull(story.expectation().detector())))
                .containsExactlyElementsOf(World.headlineDetectors());
        for (Story story : stories) {
            assertThat(events).containsAll(story.events());
        }
        assertThat(feed.isOver(end)).isTrue();
        assertThat(feed.isOver(end.minusMillis(1))).isFalse();
    }

    @Test
    void events_comeWhenTheyAreDueAndInOrder() {
        play(600, Optional.empty(), 20);
        assertThat(events).isSortedAccordingTo(Event.BY_TIME);
        assertThat(events).allMatch(event -> !event.at().isAfter(BEGIN.plusSeconds(20)));
        assertThat(events.size()).isGreaterThan(100);
    }

    @Test
    void stories_slowDownAfterTheFirstRound() {
        play(1_500, Optional.empty(), 60);
        Duration round = Feed.BETWEEN_FIRST_STORIES.multipliedBy(World.storiesInRound() - 1L);
        long later = Duration.ofSeconds(60).minus(round).dividedBy(Feed.BETWEEN_STORIES);
        assertThat(stories).hasSize(World.storiesInRound() + (int) later);
    }

    @Test
    void trafficGoesOn_whenNobodyIsLeftForStories() {
        play(40, Optional.empty(), 120);
        assertThat(stories).hasSizeLessThan(World.storiesInRound() + 5);
        assertThat(events).anyMatch(event -> event.at().isAfter(BEGIN.plusSeconds(118)));
    }

    @Test
    void demoWithoutEnd_isNeverOver() {
        Feed feed = play(40, Optional.empty(), 1);
        assertThat(feed.isOver(BEGIN.plus(Duration.ofDays(365)))).isFalse();
    }
}
