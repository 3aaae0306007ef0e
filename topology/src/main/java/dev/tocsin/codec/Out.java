package dev.tocsin.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes an account's state: Avro's primitives (zig-zag varints, counted UTF-8), and times as distances from a base.
 *
 * <p>Avro's own encoder takes four times as long for so many small numbers.
 */
final class Out {
    private static final int MOST_OF_A_NUMBER = 10;

    private long baseMillis;
    private byte[] bytes = new byte[1_024];
    private int size;

    Out(long baseMillis) {
        this.baseMillis = baseMillis;
    }

    /** Begins anew, with times as distances from another base. */
    Out from(long nextBaseMillis) {
        baseMillis = nextBaseMillis;
        size = 0;
        return this;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    Out raw(int oneByte) {
        reserve(1);
        bytes[size++] = (byte) oneByte;
        return this;
    }

    Out number(long value) {
        reserve(MOST_OF_A_NUMBER);
        long left = (value << 1) ^ (value >> 63);
        if ((left & ~0x7fL) == 0) { // as most
            bytes[size++] = (byte) left;
            return this;
        }
        return longNumber(left);
    }

    private Out longNumber(long zigZag) {
        byte[] to = bytes;
        int at = size;
        long left = zigZag;
        while ((left & ~0x7fL) != 0) {
            to[at++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        to[at++] = (byte) left;
        size = at;
        return this;
    }

    /** Four bytes, the lowest first. */
    Out real(float value) {
        return bits32(Integer.reverseBytes(Float.floatToRawIntBits(value)));
    }

    Out text(String value) {
        int start = size;
        int length = value.length();
        number(length).reserve(length);
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                size = start;
                byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
                return section(utf8, 0, utf8.length);
            }
            bytes[size++] = (byte) c;
        }
        return this;
    }

    /** All that another has written, behind its length, so that it can be passed over. */
    Out section(Out other) {
        return section(other.bytes, 0, other.size);
    }

    Out section(byte[] value, int from, int length) {
        return number(length).bytes(value, from, length);
    }

    Out bits(long value) {
        reserve(Long.BYTES);
        In.LONGS.set(bytes, size, value);
        size += Long.BYTES;
        return this;
    }

    /** Four bytes, the highest first. */
    Out bits32(int value) {
        reserve(Integer.BYTES);
        In.INTS.set(bytes, size, value);
        size += Integer.BYTES;
        return this;
    }

    Out bytes(byte[] value) {
        return bytes(value, 0, value.length);
    }

    private Out bytes(byte[] value, int from, int length) {
        reserve(length);
        System.arraycopy(value, from, bytes, size, length);
        size += length;
        return this;
    }

    Out millis(long value) {
        return number(baseMillis - value);
    }

    long baseMillis() {
        return baseMillis;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
