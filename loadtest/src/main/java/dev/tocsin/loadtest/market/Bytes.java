package dev.tocsin.loadtest.market;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An array that grows, is written to and is used again; no event needs a new one. */
final class Bytes {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] array = new byte[1024];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    byte[] copy() {
        return Arrays.copyOf(array, size);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(array, 0, size);
    }

    private int reserve(int count) {
        if (size + count > array.length) {
            array = Arrays.copyOf(array, 2 * (size + count));
        }
        int start = size;
        size += count;
        return start;
    }

    Bytes put(int value) {
        int at = reserve(1);
        array[at] = (byte) value;
        return this;
    }

    Bytes put(byte[] bytes) {
        int at = reserve(bytes.length);
        System.arraycopy(bytes, 0, array, at, bytes.length);
        return this;
    }

    Bytes putUuid(long high, long low) {
        return hex(high, 60, 8)
                .put('-')
                .hex(high, 28, 4)
                .put('-')
                .hex(high, 12, 4)
                .put('-')
                .hex(low, 60, 4)
                .put('-')
                .hex(low, 44, 12);
    }

    /** So many hexadecimal digits, the first of them from some bit on. */
    Bytes hex(long word, int firstBit, int digits) {
        int at = reserve(digits);
        for (int i = 0, shift = firstBit; i < digits; i++, shift -= 4) {
            array[at + i] = HEX[(int) (word >>> shift) & 15];
        }
        return this;
    }

    /** With zeros in front. */
    Bytes putDigits(long number, int digits) {
        int at = reserve(digits);
        long left = number;
        for (int i = digits - 1; i >= 0; i--) {
            array[at + i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        return this;
    }

    /** From 0 to 999. */
    Bytes putSmall(int number) {
        if (number >= 100) {
            put('0' + number / 100);
        }
        if (number >= 10) {
            put('0' + number / 10 % 10);
        }
        return put('0' + number % 10);
    }

    Bytes putAddress(int ip) {
        return putSmall(ip >>> 24)
                .put('.')
                .putSmall((ip >>> 16) & 255)
                .put('.')
                .putSmall((ip >>> 8) & 255)
                .put('.')
                .putSmall(ip & 255);
    }

    /** Avro's form of the same text: its length first, which is at most 15. */
    Bytes putAddressText(int ip) {
        int length = reserve(1);
        putAddress(ip);
        array[length] = (byte) (2 * (size - length - 1));
        return this;
    }

    /** What a keyed hash looks like: 64 hexadecimal digits. */
    Bytes putHash(long value) {
        for (int i = 0; i < Ids.HASH_WORDS; i++) {
            hex(Ids.word(value, i), 60, 16);
        }
        return this;
    }

    /** Avro's long: zigzag, then seven bits a byte. */
    Bytes putVarint(long number) {
        long left = (number << 1) ^ (number >> 63);
        while ((left & ~0x7FL) != 0) {
            put((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        return put((int) left);
    }

    Bytes putDouble(double number) {
        long bits = Double.doubleToLongBits(number);
        int at = reserve(Double.BYTES);
        for (int i = 0; i < Double.BYTES; i++) {
            array[at + i] = (byte) (bits >>> (8 * i));
        }
        return this;
    }
}
