package dev.tocsin.redrive;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a letter.
 *
 * @param label the reason why it is left, in kebab-case; else empty
 * @param sentence why it is left or discarded; else empty
 * @param record what is sent; null when nothing is
 */
record Outcome(
        Kind kind, String label, String sentence, @Nullable ProducerRecord<byte[], byte[]> record) {
    enum Kind {
        SENT,
        DONE_BEFORE,
        DISCARDED,
        LEFT
    }

    static final Outcome DONE_BEFORE = new Outcome(Kind.DONE_BEFORE, "", "", null);

    static Outcome sent(ProducerRecord<byte[], byte[]> record) {
        return new Outcome(Kind.SENT, "", "", record);
    }

    static Outcome discarded(String why) {
        return new Outcome(Kind.DISCARDED, "", why, null);
    }

    static Outcome left(String label, String sentence) {
        return new Outcome(Kind.LEFT, label, sentence, null);
    }

    /** Whether a mark must say so, in the transaction in which it happens. */
    boolean isNews() {
        return kind == Kind.SENT || kind == Kind.DISCARDED;
    }
}
