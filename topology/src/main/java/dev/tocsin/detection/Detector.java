package dev.tocsin.detection;

import java.time.Duration;
import java.util.Map;

/**
 * Judges one kind of trace that a takeover leaves.
 *
 * <p>A pure function of the moment and its settings: no clock, no state, no I/O. Most moments are not its business and
 * {@link Finding#QUIET}.
 */
public interface Detector {
    Profile profile();

    /** How long a signal silences the next one of the same discriminator, unless that is more severe. */
    Duration cooldown();

    Finding examine(Moment moment);

    Action recommend(Severity severity);

    /** Its signal in words, made from the facts alone, so that the words can be made again at any time. */
    Wording tell(Severity severity, Map<String, String> facts);

    default String id() {
        return profile().id();
    }
}
