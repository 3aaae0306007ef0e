package dev.tocsin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.jspecify.annotations.Nullable;

/** Reads the plain JSON of the README with a schema, and objects to every field and value that the schema lacks. */
final class PlainJson {
    private PlainJson() {}

    static GenericRecord record(Schema schema, JsonNode json) {
        GenericRecordBuilder builder = new GenericRecordBuilder(schema);
        json.fieldNames().forEachRemaining(name -> {
            Schema.Field field = schema.getField(name);
            assertThat(field).as("%s.%s", schema.getName(), name).isNotNull();
            builder.set(name, value(field.schema(), json.get(name)));
        });
        return builder.build();
    }

    private static @Nullable Object value(Schema schema, JsonNode json) {
        return switch (schema.getType()) {
            case RECORD -> record(schema, json);
            case UNION -> json.isNull() ? null : value(schema.getTypes().get(1), json);
            case ENUM -> symbol(schema, json.textValue());
            case LONG -> json.isTextual() ? Instant.parse(json.textValue()).toEpochMilli() : json.longValue();
            case INT -> json.intValue();
            case DOUBLE -> json.doubleValue();
            case BOOLEAN -> json.booleanValue();
            case STRING -> json.textValue();
            case ARRAY -> list(schema, json);
            case MAP -> map(schema, json);
            default -> throw new IllegalArgumentException("the contracts have no " + schema.getType());
        };
    }

    private static Object symbol(Schema schema, String text) {
        assertThat(schema.getEnumSymbols()).contains(text);
        return new GenericData.EnumSymbol(schema, text);
    }

    private static List<Object> list(Schema schema, JsonNode json) {
        List<Object> items = new ArrayList<>();
        json.forEach(item -> items.add(value(schema.getElementType(), item)));
        return items;
    }

    private static Map<String, Object> map(Schema schema, JsonNode json) {
        Map<String, Object> entries = new HashMap<>();
        json.properties().forEach(e -> entries.put(e.getKey(), value(schema.getValueType(), e.getValue())));
        return entries;
    }
}
