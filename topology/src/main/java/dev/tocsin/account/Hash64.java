package dev.tocsin.account;

import java.nio.charset.StandardCharsets;

/**
 * Turns an identifier into the 64 bits that are remembered of it: FNV-1a, then Murmur3's finaliser to spread the bits.
 *
 * <p>Never returns 0, which stands for "none". Not a secret: who knows an identifier can compute its hash.
 */
public final class Hash64 {
    /** What a missing identifier is remembered as. */
    public static final long NONE = 0;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Hash64() {}

    public static long of(String text) {
        return notNone(spread(fnv(FNV_OFFSET, text)));
    }

    /** The hash of two texts with a character between them, as of the three put together. */
    public static long of(String first, char between, String second) {
        long hash = fnv(FNV_OFFSET, first);
        return notNone(spread(fnv((hash ^ between) * FNV_PRIME, second)));
    }

    /**
     * The same where the second is so many bytes of UTF-8.
     *
     * @throws IndexOutOfBoundsException when there are not so many
     */
    public static long of(String first, char between, byte[] second, int from, int length) {
        long hash = (fnv(FNV_OFFSET, first) ^ between) * FNV_PRIME;
        return notNone(spread(fnv(hash, second, from, length)));
    }

    /** Over the bytes of UTF-8, which for nearly all identifiers are the characters. */
    private static long fnv(long seed, String text) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                return fnv(seed, bytes, 0, bytes.length);
            }
            hash = (hash ^ c) * FNV_PRIME;
        }
        return hash;
    }

    private static long fnv(long seed, byte[] bytes, int from, int length) {
        long hash = seed;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ (bytes[i] & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    /** One hash for an ordered pair. */
    public static long ofPair(long first, long second) {
        return notNone(spread(spread(first) * 31 + second));
    }

    private static long notNone(long hash) {
        return hash == NONE ? 1 : hash;
    }

    private static long spread(long hash) {
        long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
