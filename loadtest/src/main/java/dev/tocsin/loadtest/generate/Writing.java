package dev.tocsin.loadtest.generate;

import dev.tocsin.loadtest.market.Arrivals;
import dev.tocsin.loadtest.market.Attack;
import dev.tocsin.loadtest.market.Disorder;
import dev.tocsin.loadtest.market.Event;
import dev.tocsin.loadtest.market.JsonLines;
import dev.tocsin.loadtest.market.Label;
import dev.tocsin.loadtest.market.LabelLines;
import dev.tocsin.loadtest.market.Market;
import dev.tocsin.loadtest.market.MarketOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a market's events and labels, and tells how far it is. */
final class Writing {
    private static final long NANOS_BETWEEN_LINES = Duration.ofSeconds(10).toNanos();

    /** Asking for the time costs, compared with an event. */
    private static final int EVENTS_BETWEEN_LOOKS = 1 << 14;

    private final MarketOptions options;
    private final OutputStream labels;
    private final PrintWriter err;
    private final Map<Attack, Integer> attacks = new EnumMap<>(Attack.class);
    private final long began = System.nanoTime();
    private long told = began;
    private long count;

    Writing(MarketOptions options, OutputStream labels, PrintWriter err) {
        this.options = options;
        this.labels = labels;
        this.err = err;
    }

    void write(Disorder disorder, OutputStream events) throws IOException {
        Arrivals arrivals = new Arrivals(new Market(options, this::label), disorder);
        JsonLines lines = new JsonLines();
        for (Event event = arrivals.next(); event != null; event = arrivals.next()) {
            lines.write(event, events);
            count++;
            if (count % EVENTS_BETWEEN_LOOKS == 0) {
                tellProgress(event.at());
            }
        }
        events.flush();
        labels.flush();
    }

    private void label(Label label) {
        attacks.merge(label.attack(), 1, Integer::sum);
        try {
            labels.write(LabelLines.line(label).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tellProgress(long at) {
        long now = System.nanoTime();
        if (now - told >= NANOS_BETWEEN_LINES) {
            told = now;
            err.printf("%,d events, up to %s%n", count, Instant.ofEpochMilli(at));
        }
    }

    void sumUp() {
        double seconds = Math.max(1, Duration.ofNanos(System.nanoTime() - began).toMillis()) / 1000.0;
        err.printf("events    %,d in %.1f s, %,.0f a second%n", count, seconds, count / seconds);
        err.printf("span      %s to %s%n", options.from(), options.to());
        int sum = attacks.values().stream().mapToInt(Integer::intValue).sum();
        err.printf("attacks   %,d%s%n", sum, sum == 0 ? "" : ": " + kinds());
    }

    private String kinds() {
        return attacks.entrySet().stream()
                .map(entry ->
                        "%,d %s".formatted(entry.getValue(), entry.getKey().id()))
                .collect(Collectors.joining(", "));
    }
}
