package dev.tocsin.replay;

import dev.tocsin.engine.Arrival;
import java.io.PrintWriter;
import java.time.Duration;

/**
 * How a run went, beside what it found.
 *
 * @param source the recording's name
 * @param bad what could not be read
 */
record Summary(String source, Traffic traffic, long accounts, BadItems bad, Duration took) {
    void print(PrintWriter out) {
        double seconds = Math.max(1, took.toMillis()) / 1000.0;
        out.printf(
                "events       %,d of %,d accounts in %.1f s, %,.0f a second%n",
                traffic.events(), accounts, seconds, traffic.events() / seconds);
        out.printf(
                "of these     %,d out of order, %,d too late to be ordered in, %,d repeated%n",
                traffic.arrivals(Arrival.OUT_OF_ORDER),
                traffic.arrivals(Arrival.LATE),
                traffic.arrivals(Arrival.DUPLICATE));
        out.printf("%-12s %,d%n", "bad " + bad.called(), bad.count());
    }
}
