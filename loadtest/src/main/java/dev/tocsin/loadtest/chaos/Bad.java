package dev.tocsin.loadtest.chaos;

/** What can be wrong with a record, and the reason that its dead letter must give. */
enum Bad {
    NOTHING("no-value"),
    NOISE("wrong-magic-byte"),
    CUT_OFF("truncated"),
    LENGTHENED("trailing-bytes"),
    STRANGE_SCHEMA("unknown-schema-id"),
    OTHER_KEY("key-mismatch"),
    NO_EVENT_ID("blank-event-id"),
    LONG_ACCOUNT_ID("overlong-account-id"),
    SECONDS("implausible-time"),
    TOMORROW("from-the-future");

    private final String reason;

    Bad(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
