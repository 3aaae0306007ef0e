package dev.tocsin.codec;

import java.util.Arrays;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was made of the User-Agent headers that came lately, found by their bytes, so that nobody makes a text of a hundred
 * characters only to look it up. Two that fall into one slot push each other out, which costs what it would cost without.
 *
 * <p>Safe for many threads: a slot holds one immutable entry or another, and what is not there is worked out again.
 */
final class AgentHashes {
    /** 1,024: the first 2,000 headers of the RBA data set, which are real, are 625 different ones. */
    private static final int SLOTS_LOG2 = 10;

    /** The longest of those has 290 bytes; a sender of longer ones would fill the slots with megabytes. */
    private static final int LONGEST = 512;

    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final @Nullable Entry[] slots = new Entry[1 << SLOTS_LOG2];
    private final ToLongFunction<String> hash;

    /** @param hash of a header; of equal ones always the same */
    AgentHashes(ToLongFunction<String> hash) {
        this.hash = hash;
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Entry(byte[] header, long hash) {}

    /** The hash of the header that so many bytes of UTF-8 are. */
    long of(byte[] bytes, int from, int length) {
        if (length < Long.BYTES || length > LONGEST) {
            return hash.applyAsLong(In.text(bytes, from, length));
        }
        int slot = slot(bytes, from, length);
        Entry entry = slots[slot];
        if (entry == null || !Arrays.equals(entry.header, 0, entry.header.length, bytes, from, from + length)) {
            entry = new Entry(
                    Arrays.copyOfRange(bytes, from, from + length), hash.applyAsLong(In.text(bytes, from, length)));
            slots[slot] = entry;
        }
        return entry.hash;
    }

    /** Eight bytes at a time, the last eight together. */
    private static int slot(byte[] bytes, int from, int length) {
        int last = from + length - Long.BYTES;
        long mixed = mixed(length, (long) In.LONGS.get(bytes, last));
        for (int at = from; at < last; at += Long.BYTES) {
            mixed = mixed(mixed, (long) In.LONGS.get(bytes, at));
        }
        return (int) mixed & ((1 << SLOTS_LOG2) - 1);
    }

    private static long mixed(long hash, long next) {
        long product = (hash ^ next) * ODD;
        return product ^ (product >>> 32);
    }
}
