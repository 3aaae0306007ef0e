package dev.tocsin.account;

/** The text of UUIDs as Java writes them, in lower case: it can be made again from their bits. */
public final class UuidText {
    private static final int LENGTH = 36;

    /** By character, -1 for none: which of two ranges a digit is from, no processor can foretell. */
    private static final byte[] DIGITS = digits();

    private UuidText() {}

    private static byte[] digits() {
        byte[] digits = new byte['f' + 1];
        for (char c = 0; c < digits.length; c++) {
            digits[c] = (byte) (c >= 'A' && c <= 'F' ? -1 : Character.digit(c, 16));
        }
        return digits;
    }

    public static boolean isOne(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        int digits = digits(text, 0, 8) | digits(text, 9, 13) | digits(text, 14, 18) | digits(text, 19, 23);
        return (digits | digits(text, 24, LENGTH)) >= 0
                && text.charAt(8) == '-'
                && text.charAt(13) == '-'
                && text.charAt(18) == '-'
                && text.charAt(23) == '-';
    }

    /** The most significant bits of one. */
    public static long high(String text) {
        return bits(text, 0, 8) << 32 | bits(text, 9, 13) << 16 | bits(text, 14, 18);
    }

    /** The least significant bits of one. */
    public static long low(String text) {
        return bits(text, 19, 23) << 48 | bits(text, 24, LENGTH);
    }

    /** Negative when not all of them are digits. */
    private static int digits(String text, int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i++) {
            digits |= digit(text.charAt(i));
        }
        return digits;
    }

    private static long bits(String text, int from, int to) {
        long bits = 0;
        for (int i = from; i < to; i++) {
            bits = bits << 4 | digit(text.charAt(i));
        }
        return bits;
    }

    private static int digit(char c) {
        return c < DIGITS.length ? DIGITS[c] : -1;
    }
}
