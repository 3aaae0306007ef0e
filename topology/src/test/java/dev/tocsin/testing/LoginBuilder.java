package dev.tocsin.testing;

import dev.tocsin.account.Login;
import dev.tocsin.account.Login.AuthMethod;
import dev.tocsin.account.Login.FailureReason;
import dev.tocsin.account.Login.Outcome;
import dev.tocsin.account.Mfa;
import java.time.Instant;

/** A successful password login from home, until told otherwise. */
public final class LoginBuilder extends SourceBuilder<LoginBuilder> {
    private final String eventId;
    private final Instant at;
    private Outcome outcome = Outcome.SUCCEEDED;
    private FailureReason reason = FailureReason.NONE;
    private AuthMethod method = AuthMethod.PASSWORD;
    private Mfa mfa = Mfa.NOT_USED;

    private LoginBuilder(String eventId, Instant at) {
        this.eventId = eventId;
        this.at = at;
    }

    public static LoginBuilder login(String eventId, Instant at) {
        return new LoginBuilder(eventId, at);
    }

    public LoginBuilder failed() {
        outcome = Outcome.FAILED;
        reason = FailureReason.BAD_CREDENTIALS;
        return this;
    }

    public LoginBuilder outcome(Outcome end) {
        outcome = end;
        return this;
    }

    public LoginBuilder reason(FailureReason why) {
        reason = why;
        return this;
    }

    public LoginBuilder mfaPassed() {
        return mfa(Mfa.PASSED);
    }

    public LoginBuilder mfa(Mfa how) {
        mfa = how;
        return this;
    }

    public LoginBuilder method(AuthMethod authMethod) {
        method = authMethod;
        return this;
    }

    @Override
    LoginBuilder self() {
        return this;
    }

    public Login build() {
        return new Login(eventId, TestAccount.ID, "default", at, outcome, reason, method, mfa, source());
    }
}
