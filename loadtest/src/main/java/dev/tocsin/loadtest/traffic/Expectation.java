package dev.tocsin.loadtest.traffic;

import dev.tocsin.event.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a story should make the detectors say; it lies beside the events and never in them.
 *
 * @param isTakeover whether a thief is at work
 * @param detector that should speak; null when none should
 * @param severity at which it should; for a look-alike, nothing that is said should be worse
 * @param besides other detectors that may speak of a look-alike, and no further ones may; a takeover rightly wakes others
 */
public record Expectation(
        boolean isTakeover,
        @Nullable String detector,
        @Nullable Severity severity,
        List<String> besides) {
    static Expectation takeover(String detector, Severity severity) {
        return new Expectation(true, detector, severity, List.of());
    }

    static Expectation atMost(Severity severity, String detector, String... besides) {
        return new Expectation(false, detector, severity, List.of(besides));
    }

    static Expectation quiet() {
        return new Expectation(false, null, null, List.of());
    }

    /** In words, for a table. */
    public String words() {
        if (detector == null) {
            return "nothing";
        }
        return isTakeover ? detector + ", " + severity : detector + ", at most " + severity;
    }
}
