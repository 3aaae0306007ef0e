package dev.tocsin.serde;

import java.nio.ByteBuffer;

/** Knows the five bytes before every record: zero, and the schema id, big endian. */
final class WireFormat {
    static final int HEADER_BYTES = 5;
    private static final byte MAGIC = 0;

    private WireFormat() {}

    static byte[] header(int schemaId) {
        return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(schemaId).array();
    }

    static boolean hasMagic(byte[] bytes) {
        return bytes[0] == MAGIC;
    }

    static int schemaId(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt(1);
    }
}
