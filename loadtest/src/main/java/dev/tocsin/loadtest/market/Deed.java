package dev.tocsin.loadtest.market;

import dev.tocsin.event.AuthMethod;
import dev.tocsin.event.ChangeType;
import dev.tocsin.event.FailureReason;
import dev.tocsin.event.Initiator;
import dev.tocsin.event.LoginOutcome;
import dev.tocsin.event.Mfa;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an event says that somebody did; the few combinations of the contract's fields that occur. */
public enum Deed {
    SIGNED_IN(LoginOutcome.SUCCEEDED, FailureReason.NONE, AuthMethod.PASSWORD, Mfa.NOT_USED),
    SIGNED_IN_WITH_MFA(LoginOutcome.SUCCEEDED, FailureReason.NONE, AuthMethod.PASSWORD, Mfa.PASSED),
    /** An app wakes up and continues its session. */
    RESUMED(LoginOutcome.SUCCEEDED, FailureReason.NONE, AuthMethod.SESSION_RESUME, Mfa.NOT_USED),
    MISTYPED(LoginOutcome.FAILED, FailureReason.BAD_CREDENTIALS, AuthMethod.PASSWORD, Mfa.NOT_USED),
    MFA_ASKED(LoginOutcome.MFA_REQUIRED, FailureReason.NONE, AuthMethod.PASSWORD, Mfa.NOT_USED),
    MFA_REFUSED(LoginOutcome.MFA_DENIED, FailureReason.MFA_FAILED, AuthMethod.PASSWORD, Mfa.FAILED),

    RESET_REQUESTED(ChangeType.PASSWORD_RESET_REQUESTED, Initiator.OWNER),
    PASSWORD_RESET(ChangeType.PASSWORD_RESET, Initiator.OWNER),
    PASSWORD_RESET_BY_SUPPORT(ChangeType.PASSWORD_RESET, Initiator.SUPPORT),
    PASSWORD_CHANGED(ChangeType.PASSWORD_CHANGED, Initiator.OWNER),
    EMAIL_CHANGED(ChangeType.EMAIL_CHANGED, Initiator.OWNER),
    EMAIL_CHANGED_BY_SUPPORT(ChangeType.EMAIL_CHANGED, Initiator.SUPPORT),
    PHONE_CHANGED(ChangeType.PHONE_CHANGED, Initiator.OWNER),
    RECOVERY_USED(ChangeType.RECOVERY_USED, Initiator.OWNER),
    MFA_ENROLLED(ChangeType.MFA_ENROLLED, Initiator.OWNER),
    MFA_DISABLED(ChangeType.MFA_DISABLED, Initiator.OWNER),
    NOTIFICATIONS_CHANGED(ChangeType.NOTIFICATIONS_CHANGED, Initiator.OWNER),
    SESSIONS_REVOKED(ChangeType.SESSIONS_REVOKED, Initiator.OWNER),
    PAYOUT_CHANGED(ChangeType.PAYOUT_CHANGED, Initiator.OWNER),
    PAYOUT_REQUESTED(ChangeType.PAYOUT_REQUESTED, Initiator.OWNER);

    private static final Deed[] ALL = values();

    private final @Nullable LoginOutcome outcome;
    private final FailureReason reason;
    private final AuthMethod method;
    private final @Nullable ChangeType change;
    private final Initiator initiator;
    private final Mfa mfa;

    Deed(LoginOutcome outcome, FailureReason reason, AuthMethod method, Mfa mfa) {
        this.outcome = outcome;
        this.reason = reason;
        this.method = method;
        this.change = null;
        this.initiator = Initiator.UNKNOWN;
        this.mfa = mfa;
    }

    Deed(ChangeType change, Initiator initiator) {
        this.outcome = null;
        this.reason = FailureReason.UNKNOWN;
        this.method = AuthMethod.UNKNOWN;
        this.change = change;
        this.initiator = initiator;
        this.mfa = Mfa.NOT_USED;
    }

    static int count() {
        return ALL.length;
    }

    /** Else it is a change of the account. */
    public boolean isLogin() {
        return outcome != null;
    }

    /** A login that presents credentials; the page that asks for the second factor only continues one. */
    public boolean isAttempt() {
        return isLogin() && this != MFA_ASKED;
    }

    public boolean succeeds() {
        return outcome == LoginOutcome.SUCCEEDED;
    }

    LoginOutcome outcome() {
        return Objects.requireNonNull(outcome);
    }

    FailureReason reason() {
        return reason;
    }

    AuthMethod method() {
        return method;
    }

    ChangeType change() {
        return Objects.requireNonNull(change);
    }

    Initiator initiator() {
        return initiator;
    }

    Mfa mfa() {
        return mfa;
    }
}
