package dev.tocsin.engine;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.EventId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The traces of settled events by which their repetitions are recognised, oldest first: of each the hash of its id, and the
 * minute of its event time. Immutable.
 */
public final class SettledIds {
    /** More than anybody but a script has in a day; a flood pushes out the oldest. */
    public static final int MAX = 48;

    public static final SettledIds NONE = new SettledIds(new long[0]);

    /** The catalogue's rule: a repeated id counts as the same event within a day. */
    private static final long KEPT_MINUTES = 24 * 60;

    /** Hash and minute in turns: as objects they were copied and thrown away with every event. */
    private final long[] pairs;

    private SettledIds(long[] pairs) {
        this.pairs = pairs;
    }

    /** Of hashes and minutes in turns, which are not copied. */
    public static SettledIds of(long[] pairs) {
        return pairs.length == 0 ? NONE : new SettledIds(pairs);
    }

    public int size() {
        return pairs.length / 2;
    }

    public long hash(int index) {
        return pairs[2 * index];
    }

    /** Minutes since 1970. */
    public long minute(int index) {
        return pairs[2 * index + 1];
    }

    boolean contains(EventId id) {
        if (pairs.length == 0) {
            return false;
        }
        long hash = id.hash();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i] == hash) {
                return true;
            }
        }
        return false;
    }

    SettledIds with(AccountEvent event) {
        long[] next = Arrays.copyOf(pairs, pairs.length + 2);
        next[pairs.length] = event.id().hash();
        next[pairs.length + 1] = minuteOf(event.atMillis());
        return new SettledIds(next);
    }

    /** Those of the last day, as seen from a moment, and the latest if they are too many. */
    SettledIds lately(long atMillis) {
        long oldest = minuteOf(atMillis) - KEPT_MINUTES;
        long[] kept = new long[pairs.length];
        int length = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] >= oldest) {
                kept[length++] = pairs[i];
                kept[length++] = pairs[i + 1];
            }
        }
        return of(Arrays.copyOfRange(kept, Math.max(0, length - 2 * MAX), length));
    }

    private static long minuteOf(long millis) {
        return Math.floorDiv(millis, 60_000L);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SettledIds ids && Arrays.equals(pairs, ids.pairs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pairs);
    }

    @Override
    public String toString() {
        return "SettledIds" + Arrays.toString(pairs);
    }
}
