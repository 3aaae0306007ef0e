package dev.tocsin.account;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event's id. One that is a UUID as Java writes it, in lower case, is held as its 128 bits, and its text made again when
 * somebody asks: an account remembers a dozen ids of which hardly any event asks for one.
 */
public final class EventId {
    /** Characters of a UUID. */
    public static final int UUID_LENGTH = 36;

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
        byte[] digits = new byte[1 << Byte.SIZE];
        for (char c = 0; c < digits.length; c++) {
            boolean isOurs = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            digits[c] = (byte) (isOurs ? Character.digit(c, 16) : -1);
        }
        return digits;
    }

    /** The id that a sender wrote. */
    public static EventId of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1); // what it does not have is a question mark there
        EventId uuid = bytes.length == UUID_LENGTH ? ofUuid(bytes, 0) : null;
        return uuid == null ? new EventId(0, 0, text) : uuid;
    }

    /**
     * The id that {@value #UUID_LENGTH} bytes are; null when they are no UUID of ASCII.
     *
     * @throws IndexOutOfBoundsException when there are not so many
     */
    public static @Nullable EventId ofUuid(byte[] ascii, int from) {
        return isUuid(ascii, from) ? ofUuid(high(ascii, from), low(ascii, from)) : null;
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

    private static boolean isUuid(byte[] text, int from) {
        int digits = digits(text, from, 8) | digits(text, from + 9, 4) | digits(text, from + 14, 4);
        return (digits | digits(text, from + 19, 4) | digits(text, from + 24, 12)) >= 0
                && text[from + 8] == '-'
                && text[from + 13] == '-'
                && text[from + 18] == '-'
                && text[from + 23] == '-';
    }

    private static long high(byte[] text, int from) {
        return bits(text, from, 8) << 32 | bits(text, from + 9, 4) << 16 | bits(text, from + 14, 4);
    }

    private static long low(byte[] text, int from) {
        return bits(text, from + 19, 4) << 48 | bits(text, from + 24, 12);
    }

    /** Negative when not all of them are digits. */
    private static int digits(byte[] text, int from, int length) {
        int digits = 0;
        for (int i = from; i < from + length; i++) {
            digits |= DIGITS[text[i] & 0xff];
        }
        return digits;
    }

    private static long bits(byte[] text, int from, int length) {
        long bits = 0;
        for (int i = from; i < from + length; i++) {
            bits = bits << 4 | DIGITS[text[i]];
        }
        return bits;
    }
}
