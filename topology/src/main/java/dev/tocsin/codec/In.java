package dev.tocsin.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/** Reads what {@link Out} wrote. */
final class In {
    private final BinaryDecoder decoder;
    private long baseMillis;

    In(byte[] bytes, int offset) {
        decoder = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, null);
    }

    private interface Read<T> {
        T from(BinaryDecoder decoder) throws IOException;
    }

    private <T> T get(Read<T> read) {
        try {
            return read.from(decoder);
        } catch (IOException e) {
            throw new UncheckedIOException("the stored state of an account ends too early", e);
        }
    }

    long number() {
        return get(BinaryDecoder::readLong);
    }

    int small() {
        return Math.toIntExact(number());
    }

    float real() {
        return get(BinaryDecoder::readFloat);
    }

    String text() {
        return get(BinaryDecoder::readString);
    }

    long bits() {
        return ByteBuffer.wrap(bytes(Long.BYTES)).getLong();
    }

    int bits32() {
        return ByteBuffer.wrap(bytes(Integer.BYTES)).getInt();
    }

    byte[] bytes(int length) {
        return get(from -> {
            byte[] value = new byte[length];
            from.readFixed(value);
            return value;
        });
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
        int size = small();
        List<T> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(reader.get());
        }
        return items;
    }
}
