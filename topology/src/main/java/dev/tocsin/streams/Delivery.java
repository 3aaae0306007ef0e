package dev.tocsin.streams;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.codec.StoredAccount;
import dev.tocsin.engine.AccountState;

/**
 * An event, and where its record stood.
 *
 * @param isLogin which of the two input topics it came from
 * @param offset in its partition of that topic
 */
record Delivery(AccountEvent event, boolean isLogin, long offset) {
    String type() {
        return isLogin ? "login" : "change";
    }

    /**
     * True when the state holds this record's effects already, because Kafka delivers it again after a crash.
     *
     * <p>An offset that was taken is not enough: a topic that was deleted and made anew starts again at 0, and its events
     * must not be lost. They are newer than the account's newest, which a record taken before can never be.
     */
    boolean isTakenIn(StoredAccount stored) {
        long taken = isLogin ? stored.loginOffset() : stored.changeOffset();
        AccountState state = stored.state();
        return offset <= taken
                && !state.recent().isEmpty()
                && event.atMillis() <= state.recent().newestMillis();
    }

    StoredAccount takenInto(StoredAccount stored, AccountState next) {
        return isLogin
                ? new StoredAccount(next, offset, stored.changeOffset())
                : new StoredAccount(next, stored.loginOffset(), offset);
    }
}
