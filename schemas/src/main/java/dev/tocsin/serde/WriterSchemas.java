package dev.tocsin.serde;

import dev.tocsin.serde.UndecodableException.Reason;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Finds out once per schema id how to read what was written with it.
 *
 * <p>Ids that turn out to be of another record are remembered too: a sender that writes to the wrong topic must not
 * cost a call to the registry per record.
 */
final class WriterSchemas<T extends SpecificRecord> {
    private final SchemaRegistry registry;
    private final SpecificData model;
    private final Schema readerSchema;

    /** The same without what Java's generated classes add. */
    private final @Nullable Schema plain;

    private final Map<Integer, WrittenRecord<T>> known = new ConcurrentHashMap<>();
    private final Map<Integer, String> foreign = new ConcurrentHashMap<>();

    WriterSchemas(SchemaRegistry registry, Class<T> type) {
        this.registry = registry;
        this.model = SpecificData.getForClass(type);
        this.readerSchema = model.getSchema(type);
        this.plain = parsed(SchemaText.of(readerSchema));
    }

    WrittenRecord<T> of(int id) throws MalformedException {
        WrittenRecord<T> record = known.get(id);
        if (record == null) {
            record = find(id);
            known.put(id, record);
        }
        return record;
    }

    boolean isOwn(int id) {
        WrittenRecord<T> record = known.get(id);
        return record != null && record.isOwn();
    }

    private WrittenRecord<T> find(int id) throws MalformedException {
        String other = foreign.get(id);
        if (other == null) {
            Schema writerSchema = parsed(fetched(id));
            if (writerSchema != null && isOurs(writerSchema)) {
                return readerFor(id, writerSchema);
            }
            other = writerSchema == null ? "no Avro schema" : "of " + writerSchema.getFullName();
            foreign.put(id, other);
        }
        throw new MalformedException(Reason.OTHER_RECORD, "schema id " + id + " is " + other + ".");
    }

    private String fetched(int id) throws MalformedException {
        if (id <= 0) {
            throw new MalformedException(Reason.UNKNOWN_SCHEMA_ID, "schema id " + id + " cannot exist.");
        }
        try {
            return registry.schemaById(id);
        } catch (SchemaNotFoundException e) {
            throw new MalformedException(Reason.UNKNOWN_SCHEMA_ID, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Schema parsed(String text) {
        try {
            // Another's schema: a name or default that only we dislike does not make its records unreadable.
            return new Schema.Parser(NameValidator.NO_VALIDATION)
                    .setValidateDefaults(false)
                    .parse(text);
        } catch (AvroRuntimeException e) {
            return null;
        }
    }

    /** Documentation counts for nothing. A schema that cannot be written out, for being too deep, is another's. */
    private boolean isOwn(Schema writerSchema) {
        try {
            return Objects.equals(plain, parsed(SchemaText.of(writerSchema)));
        } catch (AvroRuntimeException e) {
            return false;
        }
    }

    private boolean isOurs(Schema writerSchema) {
        return writerSchema.getType() == Schema.Type.RECORD
                && writerSchema.getFullName().equals(readerSchema.getFullName());
    }

    private WrittenRecord<T> readerFor(int id, Schema writerSchema) throws MalformedException {
        try {
            DatumReader<T> reader = new FastReaderBuilder(model).createDatumReader(writerSchema, readerSchema);
            return new WrittenRecord<>(id, reader, isOwn(writerSchema));
        } catch (IOException | AvroRuntimeException e) {
            throw new MalformedException(Reason.INCOMPATIBLE_SCHEMA, "schema id " + id + ": " + e.getMessage() + ".");
        }
    }
}
