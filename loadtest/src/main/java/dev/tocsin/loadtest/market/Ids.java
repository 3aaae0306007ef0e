package dev.tocsin.loadtest.market;

import java.util.UUID;

/** How numbers are written in events. */
final class Ids {
    static final String ACCOUNT = "user-";

    /** As many digits as the largest market's numbers have. */
    static final int ACCOUNT_DIGITS = 8;

    private static final long FIRST_HALF = 51;
    static final int HASH_WORDS = 4;

    private Ids() {}

    static String account(long number) {
        String digits = Long.toString(number);
        return ACCOUNT + "0".repeat(Math.max(0, ACCOUNT_DIGITS - digits.length())) + digits;
    }

    static String segment(boolean isSeller) {
        return isSeller ? "seller" : "buyer";
    }

    /** First half of the UUID that stands for a device or a session. */
    static long high(long number) {
        return (Mix.of(number, FIRST_HALF) & ~0xF000L) | 0x4000;
    }

    /** Its second half. */
    static long low(long number) {
        return (number >>> 2) | Long.MIN_VALUE;
    }

    static String uuid(long number) {
        return new UUID(high(number), low(number)).toString();
    }

    /** One of the four words of what a keyed hash looks like. */
    static long word(long value, int index) {
        return Mix.of(value, index);
    }

    /** A keyed hash: 64 hexadecimal digits. */
    static String hash(long value) {
        StringBuilder hash = new StringBuilder(16 * HASH_WORDS);
        for (int i = 0; i < HASH_WORDS; i++) {
            String word = Long.toHexString(word(value, i));
            hash.append("0".repeat(16 - word.length())).append(word);
        }
        return hash.toString();
    }

    static String address(int ip) {
        return (ip >>> 24) + "." + ((ip >>> 16) & 255) + "." + ((ip >>> 8) & 255) + "." + (ip & 255);
    }
}
