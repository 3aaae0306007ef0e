package dev.tocsin.account;

/** Whether a second factor was asked for, and how that ended. */
public enum Mfa {
    NOT_USED,
    PASSED,
    FAILED,
    UNKNOWN
}
