package dev.tocsin.engine;

/** How an event's arrival relates to the account's timeline. */
public enum Arrival {
    /** Newer than everything known of the account. */
    IN_ORDER,
    /** Older than something known, inside the grace. */
    OUT_OF_ORDER,
    /** Its id is known already. */
    DUPLICATE,
    /** Older than what is settled, or than the grace allows. */
    LATE
}
