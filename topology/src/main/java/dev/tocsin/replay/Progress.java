package dev.tocsin.replay;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Tells how far a long run has come, how fast it is and how long it will still take.
 *
 * <pre>
 *   42 % read, 4,200,000 events, 81,000 a second, 1 min 12 s left
 * </pre>
 *
 * <p>A terminal's last line is written anew twice a second; elsewhere, as in a log, a line comes every ten seconds. Nothing is
 * told in a run's first two seconds.
 */
public final class Progress {
    private static final long QUIET_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long TERMINAL_NANOS = Duration.ofMillis(500).toNanos();
    private static final long LOG_NANOS = Duration.ofSeconds(10).toNanos();
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean isTerminal;
    private final LongSupplier nanos;
    private final long start;
    private long told;
    private boolean isLineOpen;

    /** @param nanos a clock such as {@link System#nanoTime} */
    public Progress(PrintWriter err, boolean isTerminal, LongSupplier nanos) {
        this.err = err;
        this.isTerminal = isTerminal;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.told = isTerminal ? start + QUIET_NANOS - TERMINAL_NANOS : start;
    }

    void at(Recording.Position position, long events) {
        long now = nanos.getAsLong();
        if (now - told < (isTerminal ? TERMINAL_NANOS : LOG_NANOS)) {
            return;
        }
        told = now;
        String line = line(position, events, Math.max(1, now - start));
        if (isTerminal) {
            err.print(ERASE + line);
            err.flush();
            isLineOpen = true;
        } else {
            err.println(line);
        }
    }

    /** Makes room for other words. */
    void clear() {
        if (isLineOpen) {
            err.print(ERASE);
            err.flush();
            isLineOpen = false;
        }
    }

    Duration took() {
        return Duration.ofNanos(nanos.getAsLong() - start);
    }

    private static String line(Recording.Position position, long events, long nanos) {
        double seconds = nanos / 1e9;
        String rate = String.format(Locale.ROOT, "%,d events, %,.0f a second", events, events / seconds);
        if (position.whole() == 0 || position.part() == 0) {
            return rate;
        }
        double share = Math.min(1, (double) position.part() / position.whole());
        long left = Math.round(seconds / share - seconds);
        return String.format(Locale.ROOT, "%.0f %% read, %s, %s left", Math.floor(100 * share), rate, words(left));
    }

    /** {@code 2 h 5 min}, {@code 1 min 12 s}, {@code 9 s}. */
    static String words(long seconds) {
        if (seconds >= 3600) {
            return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
        }
        return seconds >= 60 ? seconds / 60 + " min " + seconds % 60 + " s" : seconds + " s";
    }
}
