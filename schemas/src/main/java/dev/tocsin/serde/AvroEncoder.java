package dev.tocsin.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Turns records into the bytes of a record value, with the schema of the generated class. Safe for many threads. */
public final class AvroEncoder<T extends SpecificRecord> {
    private static final int USUAL_BYTES = 256;

    private final SchemaRegistry registry;
    private final String subject;
    private final boolean autoRegister;
    private final Schema schema;
    private final SpecificDatumWriter<T> writer;
    private volatile byte[] header = {};

    /**
     * Asks nothing of the registry yet.
     *
     * @param subject where the schema is registered, {@code <topic>-value}
     * @param autoRegister whether to register the schema if the subject does not have it
     */
    public AvroEncoder(SchemaRegistry registry, String subject, Class<T> type, boolean autoRegister) {
        SpecificData model = SpecificData.getForClass(type);
        this.registry = registry;
        this.subject = subject;
        this.autoRegister = autoRegister;
        this.schema = model.getSchema(type);
        this.writer = new SpecificDatumWriter<>(schema, model);
    }

    /**
     * Returns the schema's id, asking the registry until it has answered once.
     *
     * @throws RegistryUnavailableException if the registry cannot be asked
     * @throws SchemaNotFoundException if the subject does not have the schema and may not be given it
     * @throws SchemaRejectedException if the registry will not take the schema
     */
    public int prepare() {
        return WireFormat.schemaId(header());
    }

    /**
     * Encodes one record; fails like {@link #prepare()} until the id is known.
     *
     * @throws IllegalArgumentException if the record breaks its schema, e.g. lacks a required field
     */
    public byte[] encode(T event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        bytes.writeBytes(header());
        try {
            BinaryEncoder body =
                    EncoderFactory.get().binaryEncoder(bytes, null); // each write to the stream takes a lock
            writer.write(event, body);
            body.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "This " + schema.getName() + " breaks its schema: " + e.getMessage() + ".", e);
        }
        return bytes.toByteArray();
    }

    private byte[] header() {
        if (header.length == 0) {
            String text = SchemaText.of(schema);
            header = WireFormat.header(autoRegister ? registry.register(subject, text) : registry.idOf(subject, text));
        }
        return header;
    }
}
