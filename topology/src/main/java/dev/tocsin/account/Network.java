package dev.tocsin.account;

/** What kind of network an event came from, as far as the sender or the enrichment could tell. */
public enum Network {
    RESIDENTIAL,
    MOBILE,
    BUSINESS,
    HOSTING,
    VPN,
    RELAY,
    TOR,
    SATELLITE,
    UNKNOWN;

    /**
     * True when the place of the address says where a person is. A carrier's exit, a relay, a VPN or a data centre
     * is somewhere else than its user, so a login from there neither sets nor moves the account's position.
     */
    public boolean locatesItsUser() {
        return switch (this) {
            case RESIDENTIAL, BUSINESS, UNKNOWN -> true;
            case MOBILE, HOSTING, VPN, RELAY, TOR, SATELLITE -> false;
        };
    }

    /** True for networks that ordinary people use and whose exits wander: what is new there weighs less. */
    public boolean wanders() {
        return switch (this) {
            case MOBILE, VPN, RELAY, SATELLITE -> true;
            case RESIDENTIAL, BUSINESS, HOSTING, TOR, UNKNOWN -> false;
        };
    }

    /** True for networks from which few owners but many attackers log in: what is new there weighs more. */
    public boolean isSuspicious() {
        return this == HOSTING || this == TOR;
    }
}
