package dev.tocsin.detection;

/** What an alert service should do about a signal. */
public enum Action {
    NOTIFY_OWNER,
    STEP_UP,
    HOLD_PAYOUT,
    LOCK_ACCOUNT,
    REVIEW
}
