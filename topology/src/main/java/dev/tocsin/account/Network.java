package dev.tocsin.account;

/** What kind of network an event came from, as far as the sender or the enrichment could tell. */
public enum Network {
    RESIDENTIAL(1),
    MOBILE(2),
    BUSINESS(3),
    HOSTING(4),
    VPN(5),
    RELAY(6),
    TOR(7),
    SATELLITE(8),
    UNKNOWN(0);

    private final int key;

    Network(int key) {
        this.key = key;
    }

    /** The kind as a key for {@link KnownSet}, 0 when unknown; remembered, so it never changes. */
    public long key() {
        return key;
    }

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

    /**
     * True for networks that stand between a user and the place they seem to be in: nothing that is first seen through one
     * says where the account is at home. A carrier's gateway may be off by a city, but hardly by a country.
     */
    public boolean hidesItsUser() {
        return !locatesItsUser() && this != MOBILE;
    }

    /** True for networks from which few owners but many attackers log in: what is new there weighs more. */
    public boolean isSuspicious() {
        return this == HOSTING || this == TOR;
    }
}
