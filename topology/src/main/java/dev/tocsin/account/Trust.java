package dev.tocsin.account;

/** The ladder that a place, a network or a device climbs before an account counts it as its own. */
public enum Trust {
    UNSEEN,
    /** Seen, but no more often than an attacker who comes back: still worth an alert. */
    PROBATION,
    KNOWN
}
