package dev.tocsin.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event's id. One that is a UUID as Java writes it, in lower case, is held as its 128 bits, and its text made again when
 * somebody asks: an account remembers a dozen ids of which hardly any event asks for one.
 */
public final class EventId {
    private static final int LENGTH = 36;
    private static final int UUID_BYTES = 16;

    /** By character, -1 for none: which of two ranges a digit is from, no processor can foretell. */
    private static final byte[] DIGITS = digits();

    private final long high;
    private final long low;
    private final @Nullable String text;

    private EventId(long high, long low, @Nullable String text) {
        this.high = high;
        this.low = low;
        this.text = text;
    }

    private static byte[] digits() {
        byte[] digits = new byte['f' + 1];
        for (char c = 0; c < digits.length; c++) {
            digits[c] = (byte) (c >= 'A' && c <= 'F' ? -1 : Character.digit(c, 16));
        }
        return digits;
    }

    /** The id that a sender wrote. */
    public static EventId of(String text) {
        return isUuid(text) ? ofUuid(high(text), low(text)) : new EventId(0, 0, text);
    }

    /** The id that is a UUID of these bits. */
    public static EventId ofUuid(long high, long low) {
        return new EventId(high, low, null);
    }

    public boolean isUuid() {
        return text == null;
    }

    /** The most significant bits of a UUID. */
    public long high() {
        return high;
    }

    /** The least significant bits of a UUID. */
    public long low() {
        return low;
    }

    /** What is remembered of it in 64 bits, never {@link Hash64#NONE}. */
    public long hash() {
        return text == null ? Hash64.ofPair(high, low) : Hash64.of(text);
    }

    /** Upper bound of the bytes that it takes in storage. */
    int footprint() {
        return text == null ? UUID_BYTES : Footprint.text(text);
    }

    /** As its sender wrote it. */
    @Override
    public String toString() {
        return text == null ? new UUID(high, low).toString() : text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventId id
                && high == id.high
                && low == id.low
                && (text == null ? id.text == null : text.equals(id.text));
    }

    @Override
    public int hashCode() {
        return Long.hashCode(hash());
    }

    private static boolean isUuid(String text) {
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

    private static long high(String text) {
        return bits(text, 0, 8) << 32 | bits(text, 9, 13) << 16 | bits(text, 14, 18);
    }

    private static long low(String text) {
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
