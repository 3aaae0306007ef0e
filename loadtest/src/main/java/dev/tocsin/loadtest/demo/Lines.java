package dev.tocsin.loadtest.demo;

import dev.tocsin.event.Alert;
import dev.tocsin.event.AlertStatus;
import dev.tocsin.event.Severity;
import dev.tocsin.loadtest.traffic.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The demo's live lines: time, what, whose account, and what happened. */
final class Lines {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final String COLUMNS = "%s  %-8s  %s  %s";
    private static final String INDENT = " ".repeat(10);

    /** Of a common terminal. */
    private static final int WIDTH = 118;

    private final Screen screen;
    private final ZoneId zone;

    Lines(Screen screen, ZoneId zone) {
        this.screen = screen;
        this.zone = zone;
    }

    /** An alert, and below it why; the rest as in {@link #brief}. */
    String alert(Alert alert, Instant arrived, Optional<Duration> latency, boolean isScripted) {
        return brief(alert, arrived, latency, isScripted) + wrapped(alert.getSummary());
    }

    /**
     * An alert in one line.
     *
     * @param latency since its completing event was sent, if that is known
     * @param isScripted whether it is about an account that a story is told on
     */
    String brief(Alert alert, Instant arrived, Optional<Duration> latency, boolean isScripted) {
        String severity = alert.getSeverity().name();
        String what = alert.getTitle()
                + latency.map(span -> " (" + span.toMillis() + " ms after the event)")
                        .orElse("")
                + (isScripted ? "" : ", in ordinary traffic");
        if (alert.getStatus() == AlertStatus.WITHDRAWN) {
            what = "Taken back: " + what;
        }
        String head = String.format(Locale.ROOT, COLUMNS, time(arrived), severity, alert.getAccountId(), what);
        return screen.coloured(alert.getSeverity(), head);
    }

    String story(Story story, Instant begun) {
        String kind = story.expectation().isTakeover() ? "takeover" : "harmless";
        String head = String.format(Locale.ROOT, COLUMNS, time(begun), kind, story.accountId(), story.name());
        return screen.dimmed(head + wrapped(story.line()));
    }

    String status(Instant at, long sent, long lag, Map<Severity, Integer> alerts) {
        return screen.dimmed(String.format(
                Locale.ROOT,
                "%s  status    %,d events sent, %d waiting; alerts: %s",
                time(at),
                sent,
                lag,
                counts(alerts)));
    }

    /** {@code "1 CRITICAL, 20 LOW"}, the worst first. */
    static String counts(Map<Severity, Integer> alerts) {
        String counts = alerts.entrySet().stream()
                .sorted((one, other) -> other.getKey().compareTo(one.getKey()))
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "none" : counts;
    }

    /** A sentence with one number in it. */
    static String seconds(String format, Duration span) {
        return String.format(Locale.ROOT, format, span.toMillis() / 1000.0);
    }

    /** On lines of its own below a head. */
    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int column = WIDTH;
        for (String word : text.split(" ", -1)) {
            if (column + 1 + word.length() > WIDTH) {
                lines.append(System.lineSeparator()).append(INDENT).append(word);
                column = INDENT.length() + word.length();
            } else {
                lines.append(' ').append(word);
                column += 1 + word.length();
            }
        }
        return lines.toString();
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }
}
