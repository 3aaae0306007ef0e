package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import java.time.Duration;
import java.util.List;
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

    /** Judges a moment whose event it watches. */
    default Finding examine(Moment moment) {
        return examine(moment, Look.unrecorded());
    }

    /**
     * The same, and every condition that decides passes through the look: a {@link Signal} has passed all of them, any other
     * finding has failed one.
     */
    Finding examine(Moment moment, Look look);

    Action recommend(Severity severity);

    /** Its signal in words, made from the facts alone, so that the words can be made again at any time. */
    Wording tell(Severity severity, Map<String, String> facts);

    /**
     * The smallest story that must make it fire under its settings, told of the account that {@link Drill#history()}
     * describes. If it does not, the settings are such that it never will.
     */
    List<AccountEvent> drill();

    default String id() {
        return profile().id();
    }
}
