package dev.tocsin.serde;

import dev.tocsin.serde.UndecodableException.Reason;
import java.io.IOException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.io.DatumReader;

/** Reads records that were written with one schema. Safe for many threads, as Avro's fast readers keep no state. */
final class WrittenRecord<T> {
    private final int schemaId;
    private final DatumReader<T> reader;
    private final boolean isOwn;

    WrittenRecord(int schemaId, DatumReader<T> reader, boolean isOwn) {
        this.schemaId = schemaId;
        this.reader = reader;
        this.isOwn = isOwn;
    }

    /** True when the schema is the reader's own. */
    boolean isOwn() {
        return isOwn;
    }

    T read(byte[] framed) throws MalformedException {
        BoundedDecoder body = new BoundedDecoder(framed, WireFormat.HEADER_BYTES);
        T event = read(body);
        if (body.remaining() > 0) {
            throw malformed(Reason.TRAILING_BYTES, body.remaining() + " bytes are left after the record");
        }
        return event;
    }

    private T read(BoundedDecoder body) throws MalformedException {
        try {
            return reader.read(null, body);
        } catch (MalformedException e) {
            throw malformed(e.reason(), e.what());
        } catch (AvroTypeException e) {
            throw malformed(Reason.INCOMPATIBLE_SCHEMA, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            // Ends here: an enum or union index that the schema does not have.
            throw malformed(Reason.CORRUPT, "the value before byte " + body.position() + " makes no sense: " + e);
        }
    }

    private MalformedException malformed(Reason reason, String what) {
        return new MalformedException(reason, what + " (schema id " + schemaId + ").");
    }
}
