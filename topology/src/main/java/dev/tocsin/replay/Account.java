package dev.tocsin.replay;

import dev.tocsin.codec.AlertCodec;
import dev.tocsin.codec.AlertMessage;
import dev.tocsin.codec.StateCodec;
import dev.tocsin.codec.StoredAccount;
import dev.tocsin.engine.AccountState;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * An account in the course of a replay. As bytes:
 *
 * <pre>
 *   length, open now | length, open then | length, state now | state then, empty when it is the same
 * </pre>
 *
 * @param now its state under the thresholds in force
 * @param then its state under the others; the same object for as long as nothing sets them apart
 */
record Account(AccountState now, AccountState then, OpenAlerts open) {
    static final Account NEW = new Account(AccountState.EMPTY);

    Account(AccountState state) {
        this(state, state, OpenAlerts.NONE);
    }

    boolean isShared() {
        return isOne(now, then);
    }

    /** True for one object; to compare two that differ would take as long as to judge an event. */
    @SuppressWarnings("ReferenceEquality")
    static boolean isOne(AccountState state, AccountState other) {
        return state == other;
    }

    byte[] toBytes(String id) {
        byte[] openNow = AlertCodec.write(open.now());
        byte[] openThen = AlertCodec.write(open.then());
        byte[] state = bytes(now, id);
        byte[] other = isShared() ? new byte[0] : bytes(then, id);
        if (Arrays.equals(state, other)) {
            other = new byte[0]; // what set them apart is forgotten
        }
        return ByteBuffer.allocate(3 * Integer.BYTES + openNow.length + openThen.length + state.length + other.length)
                .putInt(openNow.length)
                .put(openNow)
                .putInt(openThen.length)
                .put(openThen)
                .putInt(state.length)
                .put(state)
                .put(other)
                .array();
    }

    private static byte[] bytes(AccountState state, String id) {
        return StateCodec.write(new StoredAccount(state, -1, -1), id);
    }

    static Account of(byte[] bytes, String id) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        OpenAlerts open = open(in, id);
        AccountState now = state(part(in, in.getInt()), id);
        return new Account(now, in.hasRemaining() ? state(part(in, in.remaining()), id) : now, open);
    }

    /** Only what is open, of an account's bytes. */
    static OpenAlerts openOf(byte[] bytes, String id) {
        return open(ByteBuffer.wrap(bytes), id);
    }

    private static OpenAlerts open(ByteBuffer in, String id) {
        List<AlertMessage> now = AlertCodec.read(part(in, in.getInt()), id);
        List<AlertMessage> then = AlertCodec.read(part(in, in.getInt()), id);
        return OpenAlerts.of(now, then);
    }

    private static byte[] part(ByteBuffer in, int length) {
        byte[] part = new byte[length];
        in.get(part);
        return part;
    }

    private static AccountState state(byte[] bytes, String id) {
        return StateCodec.read(bytes, id).state();
    }
}
