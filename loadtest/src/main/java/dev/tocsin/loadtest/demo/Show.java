package dev.tocsin.loadtest.demo;

import dev.tocsin.loadtest.traffic.Event;
import dev.tocsin.loadtest.traffic.Story;
import dev.tocsin.loadtest.traffic.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Teaches the detector the past, plays the live traffic, and draws the sum. */
final class Show {
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration BETWEEN_STATUS_LINES = Duration.ofSeconds(10);

    /** For the last alerts to arrive. */
    private static final Duration DRAIN_PATIENCE = Duration.ofSeconds(10);

    private final Stage stage;
    private final Screen screen;
    private final Lines lines;
    private final Scoreboard scoreboard;
    private final CountDownLatch stopping;

    /** @param stopping opens when somebody wants the show to end */
    Show(Stage stage, Screen screen, Lines lines, Scoreboard scoreboard, CountDownLatch stopping) {
        this.stage = stage;
        this.screen = screen;
        this.lines = lines;
        this.scoreboard = scoreboard;
        this.stopping = stopping;
    }

    /** Sends the history and waits until it was judged. */
    void teach() throws InterruptedException {
        List<Event> history = stage.world().history();
        long begin = System.nanoTime();
        screen.progress(String.format(
                Locale.ROOT,
                "teaching the detector %d days of %,d accounts: %,d events...",
                World.HISTORY.toDays(),
                stage.world().accounts(),
                history.size()));
        history.forEach(stage.sender()::send);
        stage.sender().flush();
        waitFor(stage::isAllHeard, Duration.ofDays(1));
        screen.progress(Lines.seconds("taught after %.1f s", Duration.ofNanos(System.nanoTime() - begin))
                + "; alerts about that past, not shown here: " + Lines.counts(scoreboard.counts()));
        scoreboard.forgetCounts();
    }

    /** Plays until the length is over or somebody stops it. */
    void play(Optional<Duration> length) throws InterruptedException {
        Instant begin = Instant.now();
        Feed feed = new Feed(stage.world(), begin, length.map(begin::plus), this::tell);
        Instant nextStatus = begin.plus(BETWEEN_STATUS_LINES);
        for (Instant now = begin; !feed.isOver(now) && !isStopping(TICK); now = Instant.now()) {
            stage.detector().requireRunning();
            feed.due(now, this::send);
            if (!now.isBefore(nextStatus)) {
                status(now);
                nextStatus = nextStatus.plus(BETWEEN_STATUS_LINES);
            }
        }
        waitFor(stage::isAllHeard, DRAIN_PATIENCE);
    }

    private void tell(Story story) {
        scoreboard.tell(story);
        screen.line(lines.story(story, story.events().get(0).at()));
    }

    private void send(Event event) {
        scoreboard.send(event.eventId(), Instant.now());
        stage.sender().send(event);
    }

    private void status(Instant now) {
        screen.line(lines.status(now, stage.sender().sent(), Math.max(0, stage.waiting()), scoreboard.counts()));
    }

    /** The closing table. */
    void sumUp() {
        screen.line("");
        status(Instant.now());
        screen.line("");
        ClosingTable.of(scoreboard.told()).forEach(screen::line);
        screen.line("");
    }

    /** Whether it was a success, in a line and as the exit code. */
    int verdict() {
        Set<String> missing = scoreboard.missing();
        screen.line(
                missing.isEmpty()
                        ? "  Every headline detector raised its alert."
                        : "  No alert for a scripted takeover came from: " + String.join(", ", missing) + ".");
        return missing.isEmpty() ? 0 : 1;
    }

    private void waitFor(BooleanSupplier condition, Duration patience) throws InterruptedException {
        Instant latest = Instant.now().plus(patience);
        while (!condition.getAsBoolean() && Instant.now().isBefore(latest) && !isStopping(TICK)) {
            stage.detector().requireRunning();
        }
    }

    private boolean isStopping(Duration atMost) throws InterruptedException {
        return stopping.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
