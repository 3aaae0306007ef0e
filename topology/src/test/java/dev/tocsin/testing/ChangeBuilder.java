package dev.tocsin.testing;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Initiator;
import dev.tocsin.account.Mfa;
import java.time.Instant;

/** A change that the owner makes from home, until told otherwise. */
public final class ChangeBuilder extends SourceBuilder<ChangeBuilder> {
    private final String eventId;
    private final ChangeType type;
    private final Instant at;
    private Initiator initiator = Initiator.OWNER;
    private Mfa mfa = Mfa.NOT_USED;
    private long oldValue = Hash64.NONE;
    private long newValue = Hash64.NONE;

    private ChangeBuilder(String eventId, ChangeType type, Instant at) {
        this.eventId = eventId;
        this.type = type;
        this.at = at;
    }

    public static ChangeBuilder change(String eventId, ChangeType type, Instant at) {
        return new ChangeBuilder(eventId, type, at);
    }

    public ChangeBuilder by(Initiator who) {
        initiator = who;
        return this;
    }

    public ChangeBuilder mfaPassed() {
        return mfa(Mfa.PASSED);
    }

    public ChangeBuilder mfa(Mfa how) {
        mfa = how;
        return this;
    }

    public ChangeBuilder to(String value) {
        newValue = Hash64.of(value);
        return this;
    }

    public ChangeBuilder instead(String value) {
        oldValue = Hash64.of(value);
        return this;
    }

    @Override
    ChangeBuilder self() {
        return this;
    }

    public AccountChange build() {
        return new AccountChange(
                eventId, TestAccount.ID, "default", at, type, initiator, mfa, oldValue, newValue, source());
    }
}
