package dev.tocsin.serde;

import java.util.Locale;

/** Says why bytes will never become a record, however often they are tried; such bytes belong on a dead-letter topic. */
public final class UndecodableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UndecodableException(Reason reason, String what) {
        super(what + " " + reason.advice);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why bytes cannot be decoded. */
    public enum Reason {
        NO_VALUE("Send a value: tombstones mean nothing on this topic."),
        TOO_SHORT("Send Confluent's wire format: a zero byte, a four-byte schema id, Avro binary."),
        WRONG_MAGIC_BYTE("Send Confluent's wire format: a zero byte, a four-byte schema id, Avro binary."),
        UNKNOWN_SCHEMA_ID("Check that the sender uses the same schema registry and that the schema was not deleted."),
        OTHER_RECORD("Check which topic the sender writes this record to."),
        INCOMPATIBLE_SCHEMA("Send with a released schema, and set the subject's compatibility to FULL_TRANSITIVE."),
        TRUNCATED("Check that the sender writes the schema whose id it names, and that nothing cuts its messages."),
        TRAILING_BYTES("Check that the sender writes the schema whose id it names."),
        CORRUPT("Check that the sender writes the schema whose id it names.");

        private final String advice;

        Reason(String advice) {
            this.advice = advice;
        }

        /** The name as metrics and dead-letter headers have it, e.g. {@code unknown-schema-id}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
