package dev.tocsin.detection;

import java.util.List;

/**
 * What a detector says about itself, whatever its settings.
 *
 * @param id kebab-case, the name of its section in the thresholds and its value in metrics
 * @param techniques MITRE ATT&amp;CK ids
 * @param factKeys every key that its signals may carry
 */
public record Profile(String id, Kind kind, List<String> techniques, List<String> factKeys) {
    /** What a detector watches for, which decides what can silence it. */
    public enum Kind {
        /** Something the account was never seen with; waits until the account's habits are learned. */
        NOVELTY,
        /** More than usual; knows its own minimum history. */
        VOLUME,
        /** One thing after another; never waits. */
        SEQUENCE
    }
}
