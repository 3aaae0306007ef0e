package dev.tocsin.codec;

/** The text of UUIDs as Java writes them, in lower case: it can be made again from their bits. */
final class UuidText {
    private static final int LENGTH = 36;

    private UuidText() {}

    static boolean isOne(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
            if (isDash ? text.charAt(i) != '-' : digit(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The most significant bits of one. */
    static long high(String text) {
        return bits(text, 0, 8) << 32 | bits(text, 9, 13) << 16 | bits(text, 14, 18);
    }

    /** The least significant bits of one. */
    static long low(String text) {
        return bits(text, 19, 23) << 48 | bits(text, 24, LENGTH);
    }

    private static long bits(String text, int from, int to) {
        long bits = 0;
        for (int i = from; i < to; i++) {
            bits = bits << 4 | digit(text.charAt(i));
        }
        return bits;
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }
}
