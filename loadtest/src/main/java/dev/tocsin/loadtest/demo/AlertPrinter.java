package dev.tocsin.loadtest.demo;

import dev.tocsin.event.Alert;
import dev.tocsin.event.Severity;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the alerts of the live traffic on the screen as they come; those about the past, and the low ones in ordinary traffic,
 * are only counted.
 *
 * <p>One login may wake five detectors. The alert that a story is told for is explained, the others take a line each.
 */
final class AlertPrinter implements Consumer<Alert> {
    private final Screen screen;
    private final Lines lines;
    private final Scoreboard scoreboard;
    private volatile @Nullable Opening opening;
    private boolean hasPrinted;

    AlertPrinter(Screen screen, Lines lines, Scoreboard scoreboard) {
        this.screen = screen;
        this.lines = lines;
        this.scoreboard = scoreboard;
    }

    private record Opening(Instant at, String url) {}

    /**
     * From now on alerts are shown.
     *
     * @param url where the detector shows what it remembers
     */
    void open(Instant at, String url) {
        opening = new Opening(at.truncatedTo(ChronoUnit.MILLIS), url); // as event times are
    }

    @Override
    public void accept(Alert alert) {
        Instant arrived = Instant.now();
        Optional<Duration> latency = scoreboard.hear(alert, arrived);
        Opening live = opening;
        if (live == null || alert.getOccurredAt().isBefore(live.at())) {
            return;
        }
        boolean isScripted = scoreboard.isScripted(alert.getAccountId());
        if (!isScripted && alert.getSeverity().compareTo(Severity.MEDIUM) < 0) {
            return;
        }
        screen.line(
                !isScripted || scoreboard.isAwaited(alert)
                        ? lines.alert(alert, arrived, latency, isScripted)
                        : lines.brief(alert, arrived, latency, true));
        if (!hasPrinted) {
            hasPrinted = true;
            screen.line(Lines.seconds("          first alert after %.1f s; about the account: ", sinceJvmStart())
                    + live.url() + "/accounts/" + alert.getAccountId());
        }
    }

    private static Duration sinceJvmStart() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
