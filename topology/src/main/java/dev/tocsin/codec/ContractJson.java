package dev.tocsin.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The contract's records as plain JSON: the same field names, null or the value itself for an optional field, and times
 * as ISO-8601 text (or, when read, as milliseconds since 1970).
 */
final class ContractJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ContractJson() {}

    /** Writes a record; every field is there. */
    static ObjectNode write(IndexedRecord record) {
        ObjectNode object = NODES.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            object.set(field.name(), write(record.get(field.pos())));
        }
        return object;
    }

    private static JsonNode write(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof IndexedRecord record) {
            return write(record);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(item -> array.add(write(item)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((key, item) -> object.set(String.valueOf(key), write(item)));
            return object;
        }
        return writeScalar(value);
    }

    private static JsonNode writeScalar(Object value) {
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number);
        }
        return NODES.textNode(value.toString()); // text, enums and instants
    }

    /**
     * Reads a record.
     *
     * @param ignored names of top-level fields that are not the record's
     * @throws InvalidEventException with the path, what was expected and what was found
     */
    static <T extends SpecificRecord> T read(JsonNode json, Class<T> type, Set<String> ignored) {
        Schema schema = SpecificData.get().getSchema(type);
        return type.cast(readRecord(json, schema, "", ignored));
    }

    private static Object readRecord(JsonNode json, Schema schema, String path, Set<String> ignored) {
        if (!json.isObject()) {
            throw unexpected(path.isEmpty() ? "the line" : path, "an object", json);
        }
        json.fieldNames().forEachRemaining(name -> {
            if (schema.getField(name) == null && !ignored.contains(name)) {
                throw new InvalidEventException(
                        "unknown-field",
                        join(path, name) + " is no field of " + schema.getName() + "; check its spelling.");
            }
        });
        IndexedRecord record = (IndexedRecord) SpecificData.get().newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            JsonNode value = json.get(field.name());
            record.put(
                    field.pos(),
                    value == null ? missing(field, path) : read(value, field.schema(), join(path, field.name())));
        }
        return record;
    }

    private static @Nullable Object missing(Schema.Field field, String path) {
        try {
            return SpecificData.get().getDefaultValue(field);
        } catch (AvroRuntimeException noDefault) {
            throw new InvalidEventException("missing-field", join(path, field.name()) + " is missing.");
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + '.' + name;
    }

    private static @Nullable Object read(JsonNode json, Schema schema, String path) {
        return switch (schema.getType()) {
            case UNION -> readOptional(json, schema, path);
            case RECORD -> readRecord(json, schema, path, Set.of());
            case ENUM -> readEnum(json, schema, path);
            case STRING -> expect(json.isTextual(), path, "text", json).textValue();
            case BOOLEAN ->
                expect(json.isBoolean(), path, "true or false", json).booleanValue();
            case INT ->
                expect(json.canConvertToInt() && json.isIntegralNumber(), path, "a whole number", json)
                        .intValue();
            case LONG -> schema.getLogicalType() == null ? readLong(json, path) : readTime(json, path);
            case DOUBLE -> expect(json.isNumber(), path, "a number", json).doubleValue();
            case ARRAY -> readArray(json, schema, path);
            default -> throw new IllegalStateException("no contract has a " + schema.getType());
        };
    }

    private static @Nullable Object readOptional(JsonNode json, Schema union, String path) {
        return json.isNull() ? null : read(json, union.getTypes().get(1), path);
    }

    private static long readLong(JsonNode json, String path) {
        return expect(json.isIntegralNumber() && json.canConvertToLong(), path, "a whole number", json)
                .longValue();
    }

    private static Object readEnum(JsonNode json, Schema schema, String path) {
        boolean known = json.isTextual() && schema.hasEnumSymbol(json.textValue());
        String symbol =
                expect(known, path, "one of " + schema.getEnumSymbols(), json).textValue();
        Object constant = SpecificData.get().createEnum(symbol, schema);
        return constant instanceof GenericEnumSymbol<?> ? constant : symbol;
    }

    private static Instant readTime(JsonNode json, String path) {
        if (json.isIntegralNumber() && json.canConvertToLong()) {
            return Instant.ofEpochMilli(json.longValue());
        }
        Instant time = IsoTime.parse(json.asText());
        if (time == null) {
            throw unexpected(path, "a time such as 2026-03-01T12:00:00Z or milliseconds since 1970", json);
        }
        return time;
    }

    private static List<@Nullable Object> readArray(JsonNode json, Schema schema, String path) {
        expect(json.isArray(), path, "a list", json);
        List<@Nullable Object> items = new ArrayList<>();
        json.forEach(item -> items.add(read(item, schema.getElementType(), path + '[' + items.size() + ']')));
        return items;
    }

    private static JsonNode expect(boolean holds, String path, String expected, JsonNode found) {
        if (!holds) {
            throw unexpected(path, expected, found);
        }
        return found;
    }

    private static InvalidEventException unexpected(String path, String expected, JsonNode found) {
        return new InvalidEventException(
                "unexpected-value", path + ": expected " + expected + ", found " + found + '.');
    }
}
