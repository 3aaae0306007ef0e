package dev.tocsin.account;

/** Who set an account change in motion. */
public enum Initiator {
    OWNER,
    SUPPORT,
    ADMIN,
    SYSTEM,
    UNKNOWN;

    /** True when staff acted, not the person in front of the login form. */
    public boolean isStaff() {
        return this == SUPPORT || this == ADMIN;
    }
}
