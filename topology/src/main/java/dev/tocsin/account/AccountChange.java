package dev.tocsin.account;

import java.time.Instant;
import java.util.function.Function;

/**
 * A change made to an account.
 *
 * @param oldValue hash of the keyed hash that the sender gave of the old value, {@link Hash64#NONE} when not given
 * @param newValue the same of the new value
 */
public record AccountChange(
        EventId id,
        String accountId,
        String segment,
        long atMillis,
        ChangeType change,
        Initiator initiator,
        Mfa mfa,
        long oldValue,
        long newValue,
        Source source)
        implements AccountEvent {

    /** With id and time as the contract has them. */
    public AccountChange(
            String eventId,
            String accountId,
            String segment,
            Instant occurredAt,
            ChangeType change,
            Initiator initiator,
            Mfa mfa,
            long oldValue,
            long newValue,
            Source source) {
        this(
                EventId.of(eventId),
                accountId,
                segment,
                occurredAt.toEpochMilli(),
                change,
                initiator,
                mfa,
                oldValue,
                newValue,
                source);
    }

    AccountChange asRemembered() {
        return new AccountChange(
                id, accountId, segment, atMillis, change, initiator, mfa, oldValue, newValue, source.asRemembered());
    }

    @Override
    public <T> T fold(Function<Login, T> onLogin, Function<AccountChange, T> onChange) {
        return onChange.apply(this);
    }
}
