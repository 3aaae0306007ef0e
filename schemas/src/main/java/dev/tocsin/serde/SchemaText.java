package dev.tocsin.serde;

import org.apache.avro.Schema;

/**
 * Writes a generated class's schema as the released file has it.
 *
 * <p>Code generation marks every string with a Java property. Registered like that, it would be another schema than
 * the one that senders in other languages register from the released file.
 */
final class SchemaText {
    private static final String JAVA_STRING = "{\"type\":\"string\",\"avro.java.string\":\"String\"}";
    private static final String JAVA_MAP_KEY = ",\"avro.java.string\":\"String\"";

    private SchemaText() {}

    static String of(Schema generated) {
        return generated.toString().replace(JAVA_STRING, "\"string\"").replace(JAVA_MAP_KEY, "");
    }
}
