package dev.tocsin.thresholds;

import java.time.Instant;

/**
 * A record that changes nothing.
 *
 * @param key the record's key, the version that it claims to be; may be empty
 * @param sentence why, with what to do
 */
public record Refusal(long offset, Instant at, String key, String by, Kind kind, String sentence) implements Verdict {
    public Refusal {
        key = Publication.oneLine(key);
        sentence = Publication.oneLine(sentence);
    }

    /** Why a record is refused. */
    public enum Kind {
        /** The document cannot be used: every fault is told. */
        INVALID(true),
        /** The key is not the document's version. */
        KEY_MISMATCH(true),
        /** The topic believed its publisher's clock, which may be years off. */
        FOREIGN_CLOCK(true),
        /** There is no document; a version is never taken away from those who judge by it. */
        NO_VALUE(true),
        /** Another document has this version. */
        VERSION_TAKEN(true),
        /** The same document was published before. */
        REPEATED(false),
        /** Another publisher came first; this one is told and decides. */
        OVERTAKEN(false);

        private final boolean alarming;

        Kind(boolean alarming) {
            this.alarming = alarming;
        }

        /** Whether somebody believes to have changed the thresholds who has not. */
        public boolean isAlarming() {
            return alarming;
        }
    }
}
