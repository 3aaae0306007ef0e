package dev.tocsin.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@link Out} wrote, whose numbers and texts are Avro's.
 *
 * <p>Bytes that are nothing of the kind end in an {@link IllegalStateException}, an {@link ArithmeticException} or an {@link
 * IndexOutOfBoundsException}.
 */
final class In {
    /** Eight bytes at once, the highest first. */
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Four. */
    static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private int position;
    private long baseMillis;

    In(byte[] bytes, int offset) {
        this(bytes, offset, bytes.length);
    }

    private In(byte[] bytes, int offset, int end) {
        this.bytes = bytes;
        this.position = offset;
        this.end = end;
    }

    /** What {@link Out#section} wrote, to be read by itself. */
    In section() {
        int length = small();
        int start = take(length);
        return new In(bytes, start, position);
    }

    /** Another reader of what is left. */
    In copy() {
        return new In(bytes, position, end);
    }

    /** Writes what is left as a section. */
    void to(Out out) {
        out.section(bytes, position, end - position);
    }

    boolean isAtEnd() {
        return position == end;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The place of the next so many bytes. */
    int take(int length) {
        int start = position;
        if (length < 0 || length > end - start) {
            throw tooShort();
        }
        position = start + length;
        return start;
    }

    private static IllegalStateException tooShort() {
        return new IllegalStateException("the stored state or the event ends too early");
    }

    /** Most take one byte, and the loop over others would keep this from being inlined. */
    long number() {
        int at = position;
        long only = at < end ? bytes[at] : -1;
        if (only >= 0) {
            position = at + 1;
            return (only >>> 1) ^ -(only & 1);
        }
        return longNumber();
    }

    private long longNumber() {
        int at = position;
        long value = 0;
        byte next = -1;
        for (int shift = 0; next < 0 && at < end && shift < Long.SIZE; shift += 7) {
            next = bytes[at++];
            value |= (next & 0x7fL) << shift;
        }
        if (next < 0) {
            throw tooShort();
        }
        position = at;
        return (value >>> 1) ^ -(value & 1);
    }

    int small() {
        return Math.toIntExact(number());
    }

    float real() {
        return Float.intBitsToFloat(Integer.reverseBytes(bits32()));
    }

    /** As Avro writes one. */
    double real64() {
        return Double.longBitsToDouble(Long.reverseBytes(bits()));
    }

    /** True when a value of Avro's union of null and something else follows. */
    boolean isPresent() {
        long branch = number();
        if (branch != 0 && branch != 1) {
            throw new IllegalStateException("a union of two has the branch " + branch);
        }
        return branch == 1;
    }

    /** One byte, of ASCII. */
    char letter() {
        return (char) (bytes[take(1)] & 0x7f);
    }

    String text() {
        int length = small();
        return text(bytes, take(length), length);
    }

    static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    long bits() {
        return (long) LONGS.get(bytes, take(Long.BYTES));
    }

    int bits32() {
        return (int) INTS.get(bytes, take(Integer.BYTES));
    }

    /** A list for so many items that are about to be read. */
    static <T> List<T> listOf(int size) {
        return size == 0 ? List.of() : new ArrayList<>(size);
    }

    void base(long millis) {
        baseMillis = millis;
    }

    long baseMillis() {
        return baseMillis;
    }

    long millis() {
        return baseMillis - number();
    }
}
