package dev.tocsin.account;

import java.time.Instant;
import java.util.function.Function;

/** A login attempt. */
public record Login(
        EventId id,
        String accountId,
        String segment,
        long atMillis,
        Outcome outcome,
        FailureReason failureReason,
        AuthMethod authMethod,
        Mfa mfa,
        Source source)
        implements AccountEvent {

    /** With id and time as the contract has them. */
    public Login(
            String eventId,
            String accountId,
            String segment,
            Instant occurredAt,
            Outcome outcome,
            FailureReason failureReason,
            AuthMethod authMethod,
            Mfa mfa,
            Source source) {
        this(
                EventId.of(eventId),
                accountId,
                segment,
                occurredAt.toEpochMilli(),
                outcome,
                failureReason,
                authMethod,
                mfa,
                source);
    }

    /** How the attempt ended. */
    public enum Outcome {
        SUCCEEDED,
        FAILED,
        MFA_REQUIRED,
        MFA_DENIED,
        UNKNOWN
    }

    /** Why it failed. */
    public enum FailureReason {
        NONE,
        BAD_CREDENTIALS,
        UNKNOWN_ACCOUNT,
        LOCKED,
        MFA_FAILED,
        POLICY,
        UNKNOWN
    }

    /** What was presented. */
    public enum AuthMethod {
        PASSWORD,
        PASSKEY,
        OTP,
        FEDERATED,
        SESSION_RESUME,
        UNKNOWN
    }

    public boolean succeeded() {
        return outcome == Outcome.SUCCEEDED;
    }

    public boolean passedMfa() {
        return succeeded() && mfa == Mfa.PASSED;
    }

    /** True when somebody presented credentials; a resumed session is an app waking up, not an attempt. */
    public boolean isAttempt() {
        return authMethod != AuthMethod.SESSION_RESUME;
    }

    /** What is kept of a login as a position: its session and segment have no use there. */
    Login asPosition() {
        return new Login(
                id, accountId, "default", atMillis, outcome, failureReason, authMethod, mfa, source.asRemembered());
    }

    @Override
    public <T> T fold(Function<Login, T> onLogin, Function<AccountChange, T> onChange) {
        return onLogin.apply(this);
    }
}
