package dev.tocsin.thresholds;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic of thresholds, as it lies there.
 *
 * @param at the record's timestamp
 * @param byBrokersClock the broker set it, and not whoever published
 * @param key should be the document's version
 * @param value should be the document's text in UTF-8
 */
public record Publication(
        long offset,
        Instant at,
        boolean byBrokersClock,
        @Nullable String key,
        @Nullable ByteBuffer value,
        Note note) {
    /**
     * What the publisher said beside the document.
     *
     * @param basedOn the version that was newest when the publisher looked, empty when there was none; null for a publisher
     *     that does not ask to be refused when another came first
     * @param by who published it; empty when unknown
     * @param comment why; may be empty
     */
    public record Note(@Nullable String basedOn, String by, String comment) {
        public static final Note NONE = new Note(null, "", "");

        /** One line each: headers may hold anything, and are told to terminals and logs. */
        public Note {
            by = oneLine(by);
            comment = oneLine(comment);
        }
    }

    /** The text with a blank for all that would break the line or steer a terminal. */
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cc}", " ");
    }

    /** Where it is, for people. */
    String name() {
        return "the document at offset " + offset;
    }
}
