package dev.tocsin.account;

/** What was changed on an account. */
public enum ChangeType {
    PASSWORD_RESET_REQUESTED,
    PASSWORD_RESET,
    PASSWORD_CHANGED,
    EMAIL_CHANGED,
    PHONE_CHANGED,
    RECOVERY_CHANGED,
    RECOVERY_USED,
    MFA_ENROLLED,
    MFA_DISABLED,
    PAYOUT_CHANGED,
    PAYOUT_REQUESTED,
    NOTIFICATIONS_CHANGED,
    API_KEY_CREATED,
    SESSIONS_REVOKED,
    ACCOUNT_CLOSED,
    UNKNOWN;

    /** True for what a thief changes to keep an account or to empty it, and an owner changes rarely. */
    public boolean isSensitive() {
        return switch (this) {
            case PASSWORD_RESET,
                    PASSWORD_CHANGED,
                    EMAIL_CHANGED,
                    PHONE_CHANGED,
                    RECOVERY_CHANGED,
                    MFA_ENROLLED,
                    MFA_DISABLED,
                    PAYOUT_CHANGED,
                    API_KEY_CREATED -> true;
            case PASSWORD_RESET_REQUESTED,
                    RECOVERY_USED,
                    PAYOUT_REQUESTED,
                    NOTIFICATIONS_CHANGED,
                    SESSIONS_REVOKED,
                    ACCOUNT_CLOSED,
                    UNKNOWN -> false;
        };
    }
}
