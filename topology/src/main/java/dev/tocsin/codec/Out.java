package dev.tocsin.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Writes an account's state: Avro's primitives (zig-zag varints, counted UTF-8), and times as distances from a base. */
final class Out {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    private final long baseMillis;

    Out(long baseMillis) {
        this.baseMillis = baseMillis;
    }

    private interface Write {
        void to(BinaryEncoder encoder) throws IOException;
    }

    private Out put(Write write) {
        try {
            write.to(encoder);
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // into memory
        }
    }

    Out raw(int oneByte) {
        return put(to -> to.writeFixed(new byte[] {(byte) oneByte}));
    }

    Out number(long value) {
        return put(to -> to.writeLong(value));
    }

    Out real(float value) {
        return put(to -> to.writeFloat(value));
    }

    Out text(String value) {
        return put(to -> to.writeString(value));
    }

    Out bits(long value) {
        return bytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    Out bits32(int value) {
        return bytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    Out bytes(byte[] value) {
        return put(to -> to.writeFixed(value));
    }

    Out millis(long value) {
        return number(baseMillis - value);
    }

    long baseMillis() {
        return baseMillis;
    }

    <T> Out list(List<T> items, Consumer<T> writer) {
        number(items.size());
        items.forEach(writer);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
