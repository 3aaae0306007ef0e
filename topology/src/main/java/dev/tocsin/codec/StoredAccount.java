package dev.tocsin.codec;

import dev.tocsin.engine.AccountState;

/**
 * What the store holds under an account's id: its state, and how far each input topic has been taken into it.
 *
 * <p>The offsets tell a record that Kafka delivers again after a crash from one that was never seen, however old it is by
 * event time. They are about delivery, so they stand beside the state and not in it.
 *
 * @param loginOffset of the newest login record taken, -1 before any
 * @param changeOffset of the newest account-change record taken, -1 before any
 */
public record StoredAccount(AccountState state, long loginOffset, long changeOffset) {
    public static final StoredAccount EMPTY = new StoredAccount(AccountState.EMPTY, -1, -1);
}
