package dev.tocsin.serde;

import dev.tocsin.serde.UndecodableException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro binary from an array and believes no length that the array cannot hold.
 *
 * <p>Avro's own decoder lets a corrupt array count reserve a quarter of the heap, and cannot say where bytes went
 * wrong. Here nothing is reserved beyond the size of the message itself.
 */
final class BoundedDecoder extends Decoder {
    /** Items may take no bytes (nulls, empty records), so a count may exceed the bytes left by this many. */
    private static final int FREE_ITEMS = 1024;

    private static final int MAX_VARINT_BITS = 63;

    private final ByteBuffer bytes;

    BoundedDecoder(byte[] message, int offset) {
        this.bytes = ByteBuffer.wrap(message, offset, message.length - offset).order(ByteOrder.LITTLE_ENDIAN);
    }

    int position() {
        return bytes.position();
    }

    int remaining() {
        return bytes.remaining();
    }

    @Override
    public void readNull() {
        // Takes no bytes.
    }

    @Override
    public boolean readBoolean() throws IOException {
        byte value = need(1, "a boolean").get();
        if (value != 0 && value != 1) {
            throw corrupt("a boolean is " + value);
        }
        return value == 1;
    }

    @Override
    public int readInt() throws IOException {
        long value = readLong();
        if (value != (int) value) {
            throw corrupt("an int is " + value);
        }
        return (int) value;
    }

    @Override
    public long readLong() throws IOException {
        long zigzag = 0;
        for (int shift = 0; shift <= MAX_VARINT_BITS; shift += 7) {
            byte next = need(1, "a number").get();
            zigzag |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (zigzag >>> 1) ^ -(zigzag & 1);
            }
        }
        throw corrupt("a number has more than ten bytes");
    }

    @Override
    public float readFloat() throws IOException {
        return need(Float.BYTES, "a float").getFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return need(Double.BYTES, "a double").getDouble();
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) throws IOException {
        return new Utf8(taken(length("a string")));
    }

    @Override
    public String readString() throws IOException {
        int length = length("a string");
        String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return text;
    }

    @Override
    public void skipString() throws IOException {
        skip(length("a string"));
    }

    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
        return ByteBuffer.wrap(taken(length("bytes")));
    }

    @Override
    public void skipBytes() throws IOException {
        skip(length("bytes"));
    }

    @Override
    public void readFixed(byte[] into, int start, int length) throws IOException {
        need(length, "fixed bytes").get(into, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        skip(length);
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        return items();
    }

    @Override
    public long arrayNext() throws IOException {
        return items();
    }

    @Override
    public long skipArray() throws IOException {
        return skippedItems();
    }

    @Override
    public long readMapStart() throws IOException {
        return items();
    }

    @Override
    public long mapNext() throws IOException {
        return items();
    }

    @Override
    public long skipMap() throws IOException {
        return skippedItems();
    }

    /** The items of the next block; a negative count is followed by the block's size in bytes. */
    private long items() throws IOException {
        long count = readLong();
        if (count < 0) {
            length("a block");
            count = -count;
        }
        if (count < 0 || count > (long) bytes.remaining() + FREE_ITEMS) {
            throw corrupt("a collection has " + count + " items in " + bytes.remaining() + " bytes");
        }
        return count;
    }

    /** Skips whole blocks while their size is told, and returns the items of the first whose size is not. */
    private long skippedItems() throws IOException {
        long count = readLong();
        while (count < 0) {
            skip(length("a block"));
            count = readLong();
        }
        if (count > (long) bytes.remaining() + FREE_ITEMS) {
            throw corrupt("a collection has " + count + " items in " + bytes.remaining() + " bytes");
        }
        return count;
    }

    private int length(String what) throws IOException {
        long length = readLong();
        if (length < 0 || length > Integer.MAX_VALUE) {
            throw corrupt(what + " has the length " + length);
        }
        need((int) length, what);
        return (int) length;
    }

    private byte[] taken(int length) {
        byte[] copy = new byte[length];
        bytes.get(copy);
        return copy;
    }

    private void skip(int length) throws IOException {
        need(length, "skipped bytes");
        bytes.position(bytes.position() + length);
    }

    private ByteBuffer need(int length, String what) throws MalformedException {
        if (bytes.remaining() < length) {
            throw new MalformedException(
                    Reason.TRUNCATED,
                    what + " of " + length + " bytes starts at byte " + bytes.position() + " and " + bytes.remaining()
                            + " are left");
        }
        return bytes;
    }

    private MalformedException corrupt(String what) {
        return new MalformedException(Reason.CORRUPT, "before byte " + bytes.position() + ", " + what);
    }
}
