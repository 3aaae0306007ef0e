package dev.tocsin.loadtest.traffic;

import dev.tocsin.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a story should make the detector say; it lies beside the events and never in them.
 *
 * @param isTakeover whether a thief is at work
 * @param detector that should speak; null when none should
 * @param severity at which it should; for a look-alike, nothing should be worse
 */
public record Expectation(
        boolean isTakeover,
        @Nullable String detector,
        @Nullable Severity severity) {
    static Expectation takeover(String detector, Severity severity) {
        return new Expectation(true, detector, severity);
    }

    static Expectation atMost(String detector, Severity severity) {
        return new Expectation(false, detector, severity);
    }

    static Expectation quiet() {
        return new Expectation(false, null, null);
    }

    /** In words, for a table. */
    public String words() {
        if (detector == null) {
            return "nothing";
        }
        return isTakeover ? detector + ", " + severity : detector + ", at most " + severity;
    }
}
