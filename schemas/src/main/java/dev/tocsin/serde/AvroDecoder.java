package dev.tocsin.serde;

import dev.tocsin.serde.UndecodableException.Reason;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a record value into a record, whatever released schema they were written with.
 *
 * <p>What is known about a schema id never changes, so it is kept: ids seen before need no registry. That an id is
 * unknown is not kept, for it may be registered the next moment. Safe for use by many threads.
 */
public final class AvroDecoder<T extends SpecificRecord> {
    /** Where the record begins, after the five bytes that name its schema. */
    public static final int BODY_AT = WireFormat.HEADER_BYTES;

    private final String type;
    private final WriterSchemas<T> writers;

    public AvroDecoder(SchemaRegistry registry, Class<T> type) {
        this.type = type.getSimpleName();
        this.writers = new WriterSchemas<>(registry, type);
    }

    /**
     * Decodes one record value.
     *
     * @throws UndecodableException if the bytes will never be a {@code T}
     * @throws RegistryUnavailableException if the registry is needed and cannot be asked
     */
    public T decode(byte @Nullable [] bytes) {
        try {
            byte[] framed = checked(bytes);
            return writers.of(WireFormat.schemaId(framed)).read(framed);
        } catch (MalformedException e) {
            throw new UndecodableException(e.reason(), "This is no " + type + ": " + e.what());
        }
    }

    /**
     * True when a record was written with the contract's own schema, as its first reader found: the same fields in the same
     * order and of the same types. Whoever knows the contract can read it without Avro, from {@link #BODY_AT} on. Asks no
     * registry, so an id is unknown here until {@link #decode} had one of its records.
     */
    public boolean isInOwnSchema(byte[] bytes) {
        return bytes.length >= BODY_AT && WireFormat.hasMagic(bytes) && writers.isOwn(WireFormat.schemaId(bytes));
    }

    private static byte[] checked(byte @Nullable [] bytes) throws MalformedException {
        if (bytes == null) {
            throw new MalformedException(Reason.NO_VALUE, "the value is null.");
        }
        if (bytes.length > 0 && !WireFormat.hasMagic(bytes)) {
            throw new MalformedException(Reason.WRONG_MAGIC_BYTE, firstByte(bytes[0]));
        }
        if (bytes.length < WireFormat.HEADER_BYTES) {
            throw new MalformedException(Reason.TOO_SHORT, "it has " + bytes.length + " bytes and needs at least 5.");
        }
        return bytes;
    }

    private static String firstByte(byte first) {
        String hint = first == '{' ? ", so it may be JSON" : "";
        return String.format("it starts with the byte 0x%02x and not with zero%s.", first, hint);
    }
}
