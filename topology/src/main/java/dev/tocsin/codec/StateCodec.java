package dev.tocsin.codec;

import dev.tocsin.account.Timeline;
import dev.tocsin.engine.AccountState;
import dev.tocsin.engine.SettledId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account's state as bytes.
 *
 * <pre>
 *   version (1) | login offset | change offset | base time | settled memory | recent events, each with its marks
 *   | settled through | settled ids | last alerts
 * </pre>
 *
 * <p>The first byte is the layout's version; every version that was ever released stays readable. Nothing outside is
 * needed to read it. Equal states give equal bytes.
 */
public final class StateCodec {
    static final int VERSION = 1;
    private static final long MINUTE_MILLIS = 60_000;

    /** A buffer for each thread: a new one would be a tenth of all that an event allocates. */
    private static final ThreadLocal<Out> OUT = ThreadLocal.withInitial(() -> new Out(0));

    private StateCodec() {}

    public static byte[] write(StoredAccount stored, String accountId) {
        AccountState state = stored.state();
        long base = state.recent().isEmpty() ? 0 : state.recent().newestMillis();
        Out out = OUT.get().from(base).raw(VERSION);
        out.number(stored.loginOffset()).number(stored.changeOffset()).number(base);
        MemoryBytes.write(out, state.settled(), accountId);
        EventBytes events = new EventBytes(accountId);
        out.number(state.recent().size());
        for (int i = 0; i < state.recent().entries().size(); i++) {
            Timeline.Entry entry = state.recent().entries().get(i);
            events.write(out, entry.event());
            MemoryBytes.marks(out, entry.raised());
        }
        boolean hasSettled = state.settledThroughMillis() != Long.MIN_VALUE;
        out.number(hasSettled ? 1 : 0);
        if (hasSettled) {
            out.millis(state.settledThroughMillis());
        }
        long baseMinute = Math.floorDiv(base, MINUTE_MILLIS);
        out.number(state.settledIds().size());
        for (int i = 0; i < state.settledIds().size(); i++) {
            SettledId id = state.settledIds().get(i);
            out.bits(id.hash()).number(baseMinute - id.minute());
        }
        LastAlerts.write(out, state.lastAlerts());
        return out.toBytes();
    }

    /**
     * Reads a stored value, and nothing of what may stand behind it; null stands for an account never seen.
     *
     * @throws IllegalStateException when a newer Tocsin wrote it
     */
    public static StoredAccount read(byte @Nullable [] bytes, String accountId) {
        if (bytes == null) {
            return StoredAccount.EMPTY;
        }
        if (bytes.length == 0 || bytes[0] != VERSION) {
            throw new IllegalStateException("The stored state of an account has layout "
                    + (bytes.length == 0 ? "none" : bytes[0]) + ", and this Tocsin reads only " + VERSION
                    + ": it was written by a newer release, so run that release or reset the application.");
        }
        In in = new In(bytes, 1);
        long loginOffset = in.number();
        long changeOffset = in.number();
        in.base(in.number());
        AccountState state = new AccountState(
                MemoryBytes.read(in, accountId),
                recent(in, accountId),
                settledThrough(in),
                settledIds(in),
                LastAlerts.read(in, accountId));
        return new StoredAccount(state, loginOffset, changeOffset);
    }

    private static Timeline recent(In in, String accountId) {
        EventBytes events = new EventBytes(accountId);
        int size = in.small();
        List<Timeline.Entry> entries = In.listOf(size);
        for (int i = 0; i < size; i++) {
            entries.add(new Timeline.Entry(events.read(in), MemoryBytes.marks(in)));
        }
        return new Timeline(entries);
    }

    private static long settledThrough(In in) {
        return in.small() == 0 ? Long.MIN_VALUE : in.millis();
    }

    private static List<SettledId> settledIds(In in) {
        long baseMinute = Math.floorDiv(in.baseMillis(), MINUTE_MILLIS);
        int size = in.small();
        List<SettledId> ids = In.listOf(size);
        for (int i = 0; i < size; i++) {
            ids.add(new SettledId(in.bits(), baseMinute - in.number()));
        }
        return ids;
    }
}
