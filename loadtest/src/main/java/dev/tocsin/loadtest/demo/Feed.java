package dev.tocsin.loadtest.demo;

import dev.tocsin.loadtest.traffic.Event;
import dev.tocsin.loadtest.traffic.Story;
import dev.tocsin.loadtest.traffic.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;

/** Keeps the timetable of live traffic: says at each moment what is due. No clock of its own. */
final class Feed {
    static final Duration BETWEEN_VISITS = Duration.ofMillis(200);

    /** Quick until each kind of story has been told once, so that a short demo shows them all. */
    static final Duration BETWEEN_FIRST_STORIES = Duration.ofSeconds(2);

    static final Duration BETWEEN_STORIES = Duration.ofSeconds(6);

    private final World world;
    private final Consumer<Story> stories;
    private final Queue<Event> pending = new PriorityQueue<>(Event.BY_TIME);
    private final Optional<Instant> end;
    private Instant nextVisit;
    private Instant nextStory;
    private int told;
    private boolean isToldOut;

    /**
     * A timetable.
     *
     * @param end when the traffic ends; no story begins that could not
     * @param stories is told of each as it begins
     */
    Feed(World world, Instant begin, Optional<Instant> end, Consumer<Story> stories) {
        this.world = world;
        this.end = end;
        this.stories = stories;
        this.nextVisit = begin;
        this.nextStory = begin;
    }

    /** Hands out what is due, in the order of time. */
    void due(Instant now, Consumer<Event> out) {
        while (!nextVisit.isAfter(now)) {
            pending.addAll(world.visit(nextVisit));
            nextVisit = nextVisit.plus(BETWEEN_VISITS);
        }
        while (!isToldOut && !nextStory.isAfter(now)) {
            if (end.isPresent() && nextStory.plus(Story.LONGEST).isAfter(end.get())) {
                isToldOut = true;
            } else {
                tell();
            }
        }
        for (Event event = pending.peek(); event != null && !event.at().isAfter(now); event = pending.peek()) {
            out.accept(pending.remove());
        }
    }

    private void tell() {
        Optional<Story> story = world.story(nextStory);
        isToldOut = story.isEmpty();
        story.ifPresent(begins -> {
            stories.accept(begins);
            pending.addAll(begins.events());
        });
        told++;
        nextStory = nextStory.plus(told < World.storiesInRound() ? BETWEEN_FIRST_STORIES : BETWEEN_STORIES);
    }

    boolean isOver(Instant now) {
        return end.isPresent() && !now.isBefore(end.get());
    }
}
