package dev.tocsin.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of a record of scalars straight into it, three times as fast as {@link ContractJson} through a tree.
 *
 * <p>It knows only what is as it should be. Whatever else it meets is a {@link SurpriseException}, and the caller goes the
 * other way, which knows what to say: so both take the same lines for right.
 */
final class DirectJson<T extends IndexedRecord> {
    private static final Object NO_DEFAULT = new Object();
    private static final long IGNORED = 1L << 62;

    private final Supplier<T> maker;
    private final Map<String, Field> fields = new HashMap<>();
    private final Object[] defaults;

    /**
     * @param maker of an empty record
     * @param nested the reader of the fields that are records, all of one type
     */
    DirectJson(Schema schema, Supplier<T> maker, @Nullable DirectJson<?> nested) {
        this.maker = maker;
        this.defaults = new Object[schema.getFields().size()];
        for (Schema.Field field : schema.getFields()) {
            fields.put(field.name(), new Field(field.pos(), reading(field.schema(), nested)));
            defaults[field.pos()] = defaultOf(field);
        }
    }

    /** Something is not as it should be; what, the other reader tells. */
    static final class SurpriseException extends IOException {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    private interface Reading {
        @Nullable
        Object from(JsonParser json) throws IOException;
    }

    private record Field(int position, Reading reading) {}

    /** Defaults of scalars can be shared by all records. */
    private static Object defaultOf(Schema.Field field) {
        try {
            Object value = SpecificData.get().getDefaultValue(field);
            return value == null ? Nothing.NULL : value;
        } catch (AvroRuntimeException noDefault) {
            return NO_DEFAULT;
        }
    }

    private enum Nothing {
        NULL
    }

    private static Reading reading(Schema schema, @Nullable DirectJson<?> nested) {
        return switch (schema.getType()) {
            case UNION -> optional(reading(schema.getTypes().get(1), nested));
            case RECORD -> json -> nested == null ? surprised() : nested.read(json);
            case ENUM -> constants(schema);
            case STRING -> json -> on(JsonToken.VALUE_STRING, json).getText();
            case INT -> json -> on(JsonToken.VALUE_NUMBER_INT, json).getIntValue();
            case LONG -> schema.getLogicalType() == null ? DirectJson::number : DirectJson::time;
            case DOUBLE -> DirectJson::real;
            default -> json -> surprised();
        };
    }

    private static Reading optional(Reading reading) {
        return json -> json.currentToken() == JsonToken.VALUE_NULL ? null : reading.from(json);
    }

    private static Reading constants(Schema schema) {
        Map<String, Object> constants = new HashMap<>();
        schema.getEnumSymbols()
                .forEach(symbol -> constants.put(symbol, SpecificData.get().createEnum(symbol, schema)));
        return json -> {
            Object constant = constants.get(on(JsonToken.VALUE_STRING, json).getText());
            return constant == null ? surprised() : constant;
        };
    }

    private static Object number(JsonParser json) throws IOException {
        return on(JsonToken.VALUE_NUMBER_INT, json).getLongValue();
    }

    private static Object real(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
                ? json.getDoubleValue()
                : (double) on(JsonToken.VALUE_NUMBER_INT, json).getLongValue();
    }

    private static Object time(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return Instant.ofEpochMilli(json.getLongValue());
        }
        Instant time = IsoTime.parse(on(JsonToken.VALUE_STRING, json).getText());
        return time == null ? surprised() : time;
    }

    private static JsonParser on(JsonToken token, JsonParser json) throws IOException {
        if (json.currentToken() != token) {
            surprised();
        }
        return json;
    }

    private static Object surprised() throws SurpriseException {
        throw new SurpriseException();
    }

    /** Reads an object from its beginning to its end. */
    private T read(JsonParser json) throws IOException {
        on(JsonToken.START_OBJECT, json).nextFieldName();
        return rest(json, "", false);
    }

    /**
     * Reads an object from the name of its first field to its end.
     *
     * @param ignored the name of a field that is not the record's; empty for none
     * @param isIgnoredRead true when that was the first, and its value is read
     */
    T rest(JsonParser json, String ignored, boolean isIgnoredRead) throws IOException {
        T record = maker.get();
        long seen = isIgnoredRead ? IGNORED : 0;
        for (String name = isIgnoredRead ? json.nextFieldName() : json.currentName();
                name != null && json.currentToken() == JsonToken.FIELD_NAME;
                name = json.nextFieldName()) {
            long bit = field(json, name, ignored, record);
            if ((seen & bit) != 0) {
                throw new SurpriseException(); // twice
            }
            seen |= bit;
        }
        on(JsonToken.END_OBJECT, json);
        fillIn(record, seen);
        return record;
    }

    /** Reads a field's value, and tells the bit that stands for the field. */
    private long field(JsonParser json, String name, String ignored, T record) throws IOException {
        Field field = fields.get(name);
        json.nextToken();
        if (field != null) {
            record.put(field.position(), field.reading().from(json));
            return 1L << field.position();
        }
        if (!name.equals(ignored)) {
            throw new SurpriseException();
        }
        return IGNORED;
    }

    private void fillIn(T record, long seen) throws SurpriseException {
        for (int position = 0; position < defaults.length; position++) {
            if ((seen & (1L << position)) == 0) {
                Object value = defaults[position];
                if (value == NO_DEFAULT) {
                    surprised();
                }
                record.put(position, value == Nothing.NULL ? null : value);
            }
        }
    }
}
