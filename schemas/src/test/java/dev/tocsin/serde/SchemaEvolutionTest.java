package dev.tocsin.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.LoginOutcome;
import dev.tocsin.event.Network;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

/** Senders with an older or a newer schema are understood. */
class SchemaEvolutionTest {
    private static final String START = "{\"type\":\"record\",\"name\":\"dev.tocsin.event.LoginEvent\",\"fields\":["
            + "{\"name\":\"event_id\",\"type\":\"string\"},{\"name\":\"account_id\",\"type\":\"string\"},"
            + "{\"name\":\"occurred_at\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}},"
            + "{\"name\":\"outcome\",\"type\":{\"type\":\"enum\",\"name\":\"LoginOutcome\",\"symbols\":[";

    private final SchemaRegistry registry = SchemaRegistry.connect(Map.of("schema.registry.url", "mock://evolution"));
    private final AvroDecoder<LoginEvent> decoder = new AvroDecoder<>(registry, LoginEvent.class);

    @Test
    void fields_that_an_older_sender_lacks_have_their_defaults() {
        LoginEvent event = decoder.decode(written(START + "\"SUCCEEDED\",\"FAILED\"]}}]}", "FAILED", Map.of()));

        assertThat(event.getEventId()).isEqualTo("e1");
        assertThat(event.getOutcome()).isEqualTo(LoginOutcome.FAILED);
        assertThat(event.getSegment()).isEqualTo("default");
        assertThat(event.getSource().getIp()).isNull();
        assertThat(event.getSource().getNetwork()).isEqualTo(Network.UNKNOWN);
    }

    @Test
    void symbol_that_a_newer_sender_has_is_unknown() {
        String newer = START + "\"SUCCEEDED\",\"TELEPATHY\",\"UNKNOWN\"],\"default\":\"UNKNOWN\"}}]}";

        assertThat(decoder.decode(written(newer, "TELEPATHY", Map.of())).getOutcome())
                .isEqualTo(LoginOutcome.UNKNOWN);
        assertThat(decoder.decode(written(newer, "SUCCEEDED", Map.of())).getOutcome())
                .isEqualTo(LoginOutcome.SUCCEEDED);
    }

    @Test
    void fields_that_a_newer_sender_has_are_skipped_whatever_their_type() {
        String newer = START + "\"SUCCEEDED\"]}},"
                + "{\"name\":\"x_bytes\",\"type\":\"bytes\"},{\"name\":\"x_bool\",\"type\":\"boolean\"},"
                + "{\"name\":\"x_float\",\"type\":\"float\"},{\"name\":\"x_double\",\"type\":\"double\"},"
                + "{\"name\":\"x_fixed\",\"type\":{\"type\":\"fixed\",\"name\":\"F\",\"size\":3}},"
                + "{\"name\":\"x_list\",\"type\":{\"type\":\"array\",\"items\":\"string\"}},"
                + "{\"name\":\"x_map\",\"type\":{\"type\":\"map\",\"values\":\"int\"}},"
                + "{\"name\":\"segment\",\"type\":\"string\"}]}";
        Schema fixed = SchemaBuilder.fixed("F").size(3);
        Map<String, Object> extra = Map.of(
                "x_bytes",
                java.nio.ByteBuffer.wrap(new byte[300]),
                "x_bool",
                true,
                "x_float",
                1.5f,
                "x_double",
                2.5,
                "x_fixed",
                new GenericData.Fixed(fixed, new byte[3]),
                "x_list",
                List.of("a", "b"),
                "x_map",
                Map.of("k", -7),
                "segment",
                "seller");

        assertThat(decoder.decode(written(newer, "SUCCEEDED", extra)).getSegment())
                .isEqualTo("seller");
        assertThat(decoder.decode(writtenInBlocks(newer, extra)).getSegment()).isEqualTo("seller");
    }

    @Test
    void own_schema_is_told_from_another_once_a_record_was_read() {
        byte[] own = new AvroEncoder<>(registry, "own-value", LoginEvent.class, true).encode(Samples.fullLogin());
        byte[] older = written(START + "\"SUCCEEDED\",\"FAILED\"]}}]}", "FAILED", Map.of());
        assertThat(decoder.isInOwnSchema(own)).as("not asked for yet").isFalse();

        decoder.decode(own);
        decoder.decode(older);

        assertThat(decoder.isInOwnSchema(own)).isTrue();
        assertThat(decoder.isInOwnSchema(older)).isFalse();
        assertThat(decoder.isInOwnSchema(Arrays.copyOf(own, 4))).isFalse();
        own[0] = 1;
        assertThat(decoder.isInOwnSchema(own)).as("another first byte").isFalse();
    }

    private byte[] written(String schemaJson, String outcome, Map<String, Object> extra) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return write(schemaJson, outcome, extra, bytes, EncoderFactory.get().binaryEncoder(bytes, null));
    }

    /** Collections with their size in bytes before them, as only some libraries write them. */
    private byte[] writtenInBlocks(String schemaJson, Map<String, Object> extra) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return write(schemaJson, "SUCCEEDED", extra, bytes, EncoderFactory.get().blockingBinaryEncoder(bytes, null));
    }

    private byte[] write(
            String schemaJson,
            String outcome,
            Map<String, Object> extra,
            ByteArrayOutputStream bytes,
            BinaryEncoder encoder) {
        Schema schema = new Schema.Parser().parse(schemaJson);
        GenericRecordBuilder event = new GenericRecordBuilder(schema)
                .set("event_id", "e1")
                .set("account_id", "a1")
                .set("occurred_at", 1_763_626_530_123L)
                .set(
                        "outcome",
                        new GenericData.EnumSymbol(schema.getField("outcome").schema(), outcome));
        extra.forEach(event::set);
        bytes.writeBytes(WireFormat.header(registry.register("login-value", schemaJson)));
        try {
            new GenericDatumWriter<GenericRecord>(schema).write(event.build(), encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
