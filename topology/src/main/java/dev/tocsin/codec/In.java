package dev.tocsin.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads what {@link Out} wrote. */
final class In {
    private final byte[] bytes;
    private int position;
    private long baseMillis;

    In(byte[] bytes, int offset) {
        this.bytes = bytes;
        this.position = offset;
    }

    /** Another reader, which goes on from here. */
    In fromHere() {
        In copy = new In(bytes, position);
        copy.base(baseMillis);
        return copy;
    }

    /** The place of the next so many bytes. */
    private int take(int length) {
        int start = position;
        if (length < 0 || length > bytes.length - start) {
            throw new IllegalStateException("the stored state of an account ends too early");
        }
        position = start + length;
        return start;
    }

    long number() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[take(1)];
            value |= (next & 0x7fL) << shift;
            shift += 7;
        } while (next < 0);
        return (value >>> 1) ^ -(value & 1);
    }

    int small() {
        return Math.toIntExact(number());
    }

    float real() {
        return Float.intBitsToFloat(Integer.reverseBytes(bits32()));
    }

    String text() {
        return text(small());
    }

    String text(int length) {
        return new String(bytes, take(length), length, StandardCharsets.UTF_8);
    }

    long bits() {
        return ((long) bits32() << 32) | Integer.toUnsignedLong(bits32());
    }

    int bits32() {
        int at = take(Integer.BYTES);
        return (bytes[at] << 24)
                | ((bytes[at + 1] & 0xff) << 16)
                | ((bytes[at + 2] & 0xff) << 8)
                | (bytes[at + 3] & 0xff);
    }

    /** Passes a text on without making one of it. */
    void textTo(Out out) {
        int length = small();
        out.text(bytes, take(length), length);
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

    <T> List<T> list(Supplier<T> reader) {
        return list(small(), reader);
    }

    <T> List<T> list(int size, Supplier<T> reader) {
        List<T> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(reader.get());
        }
        return items;
    }
}
