package dev.tocsin.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.Alert;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.serde.UndecodableException.Reason;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of bad bytes gets its reason, and a message that says what, where and what to do. */
class UndecodableTest {
    private final SchemaRegistry registry = SchemaRegistry.connect(Map.of("schema.registry.url", "mock://undecodable"));
    private final AvroEncoder<LoginEvent> encoder = new AvroEncoder<>(registry, "login-value", LoginEvent.class, true);
    private final AvroDecoder<LoginEvent> decoder = new AvroDecoder<>(registry, LoginEvent.class);

    @Test
    void null_has_no_value() {
        assertThat(undecodable(null).reason()).isEqualTo(Reason.NO_VALUE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void fewer_than_five_bytes_are_too_short(int length) {
        assertThat(undecodable(new byte[length]).reason()).isEqualTo(Reason.TOO_SHORT);
    }

    @Test
    void json_has_the_wrong_first_byte() {
        UndecodableException e = undecodable("{\"event_id\":\"e1\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(e.reason()).isEqualTo(Reason.WRONG_MAGIC_BYTE);
        assertThat(e).hasMessageContaining("0x7b").hasMessageContaining("JSON");
    }

    @ParameterizedTest
    @ValueSource(ints = {987_654, 0, -1, Integer.MIN_VALUE})
    void id_without_schema_is_unknown(int id) {
        UndecodableException e = undecodable(WireFormat.header(id));

        assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_SCHEMA_ID);
        assertThat(e).hasMessageContaining(String.valueOf(id)).hasMessageContaining("same schema registry");
    }

    @Test
    void unknown_id_decodes_once_it_is_registered() {
        SchemaRegistry empty = SchemaRegistry.connect(Map.of("schema.registry.url", "mock://registered-later"));
        AvroDecoder<LoginEvent> early = new AvroDecoder<>(empty, LoginEvent.class);
        byte[] bytes = encoder.encode(Samples.fullLogin());
        byte[] firstId = concat(WireFormat.header(1), Arrays.copyOfRange(bytes, 5, bytes.length));
        assertThat(catchThrowableOfType(UndecodableException.class, () -> early.decode(firstId))
                        .reason())
                .isEqualTo(Reason.UNKNOWN_SCHEMA_ID);

        new AvroEncoder<>(empty, "login-value", LoginEvent.class, true).prepare();

        assertThat(early.decode(firstId)).isEqualTo(Samples.fullLogin());
    }

    @Test
    void record_of_another_topic_is_another_record() {
        byte[] change = new AvroEncoder<>(registry, "change-value", AccountChangeEvent.class, true)
                .encode(Samples.minimalChange());

        assertThat(undecodable(change).reason()).isEqualTo(Reason.OTHER_RECORD);
        assertThat(undecodable(change)).hasMessageContaining("dev.tocsin.event.AccountChangeEvent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"string\"",
                "{\"type\":\"array\",\"items\":\"dev.tocsin.event.LoginEvent\"}",
                "{\"type\":\"enum\",\"name\":\"dev.tocsin.event.LoginEvent\",\"symbols\":[\"A\"]}",
                "{\"type\":\"record\",\"name\":\"LoginEvent\",\"fields\":[]}",
                "syntax = \"proto3\";",
                ""
            })
    void schema_of_another_kind_is_another_record(String schema) {
        try (FakeRegistry fake = FakeRegistry.start()) {
            fake.fix("/schemas/ids/5", "{\"schema\":\"" + schema.replace("\"", "\\\"") + "\"}");
            AvroDecoder<LoginEvent> remote = new AvroDecoder<>(
                    SchemaRegistry.connect(Map.of("schema.registry.url", fake.url())), LoginEvent.class);

            for (int i = 0; i < 3; i++) {
                assertThat(catchThrowableOfType(UndecodableException.class, () -> remote.decode(WireFormat.header(5)))
                                .reason())
                        .isEqualTo(Reason.OTHER_RECORD);
            }
            assertThat(fake.paths()).as("asked once").hasSize(1);
        }
    }

    @Test
    void schema_without_a_required_field_is_incompatible() {
        int id = registry.register(
                "poor-value",
                "{\"type\":\"record\",\"name\":\"dev.tocsin.event.LoginEvent\",\"fields\":["
                        + "{\"name\":\"event_id\",\"type\":\"string\"}]}");

        UndecodableException e = undecodable(concat(WireFormat.header(id), new byte[] {2, 'x'}));

        assertThat(e.reason()).isEqualTo(Reason.INCOMPATIBLE_SCHEMA);
        assertThat(e).hasMessageContaining("missing required field outcome");
    }

    @Test
    void schema_with_a_changed_type_is_incompatible() {
        int id = registry.register(
                "changed-value",
                SchemaText.of(LoginEvent.getClassSchema())
                        .replaceFirst("\"event_id\",\"type\":\"string\"", "\"event_id\",\"type\":\"long\""));

        assertThat(undecodable(concat(WireFormat.header(id), new byte[40])).reason())
                .isEqualTo(Reason.INCOMPATIBLE_SCHEMA);
    }

    @Test
    void every_cut_is_truncated() {
        byte[] whole = encoder.encode(Samples.fullLogin());

        for (int length = WireFormat.HEADER_BYTES; length < whole.length; length++) {
            UndecodableException e = undecodable(Arrays.copyOf(whole, length));
            assertThat(e.reason()).as("cut at " + length).isEqualTo(Reason.TRUNCATED);
            assertThat(e).hasMessageContaining("byte ").hasMessageContaining("are left");
        }
    }

    @Test
    void bytes_after_the_record_are_trailing() {
        UndecodableException e = undecodable(concat(encoder.encode(Samples.minimalLogin()), new byte[] {1, 2, 3}));

        assertThat(e.reason()).isEqualTo(Reason.TRAILING_BYTES);
        assertThat(e).hasMessageContaining("3 bytes are left");
    }

    @ParameterizedTest
    @CsvSource({
        "length of minus one, 01, CORRUPT",
        "length of two to the 40, 8080808080808001, CORRUPT",
        "length of a gigabyte, 8080808008, TRUNCATED",
        "number without an end, ffffffffffffffffffffff, CORRUPT",
        "first byte of a length, ff, TRUNCATED"
    })
    void bad_first_length_reserves_nothing(String name, String hex, Reason reason) {
        byte[] bytes = concat(
                WireFormat.header(encoder.prepare()), java.util.HexFormat.of().parseHex(hex));

        assertThat(undecodable(bytes).reason()).as(name).isEqualTo(reason);
    }

    @Test
    void symbol_that_the_schema_does_not_have_is_corrupt() {
        byte[] bytes = encoder.encode(Samples.minimalLogin());
        int outcome = WireFormat.HEADER_BYTES + 3 + 3 + 8 + 6;

        assertThat(bytes[outcome]).as("SUCCEEDED").isZero();
        bytes[outcome] = 98;
        assertThat(undecodable(bytes).reason()).isEqualTo(Reason.CORRUPT);
        bytes[outcome] = 1;
        assertThat(undecodable(bytes).reason()).as("negative").isEqualTo(Reason.CORRUPT);
    }

    @Test
    void branch_that_the_union_does_not_have_is_corrupt() {
        byte[] bytes = encoder.encode(Samples.minimalLogin());
        int ip = bytes.length - 12;

        bytes[ip] = 8;

        assertThat(undecodable(bytes).reason()).isEqualTo(Reason.CORRUPT);
    }

    @Test
    void huge_array_count_is_corrupt() {
        AvroEncoder<Alert> alerts = new AvroEncoder<>(registry, "alert-value", Alert.class, true);
        byte[] bytes = alerts.encode(Samples.minimalAlert());
        ByteArrayOutputStream planted = new ByteArrayOutputStream();
        int evidence = bytes.length - 3 - 10 - 1 + 0;
        planted.write(bytes, 0, evidence);
        planted.writeBytes(new byte[] {(byte) 0xfe, (byte) 0xff, (byte) 0xff, 0x7f});

        UndecodableException e =
                catchThrowableOfType(UndecodableException.class, () -> new AvroDecoder<>(registry, Alert.class)
                        .decode(planted.toByteArray()));

        assertThat(e.reason()).isEqualTo(Reason.CORRUPT);
        assertThat(e).hasMessageContaining("a collection has");
    }

    @ParameterizedTest
    @EnumSource
    void label_is_kebab_case(Reason reason) {
        assertThat(reason.label())
                .matches("[a-z]+(-[a-z]+)*")
                .isEqualToIgnoringCase(reason.name().replace('_', '-'));
    }

    private UndecodableException undecodable(byte @org.jspecify.annotations.Nullable [] bytes) {
        UndecodableException thrown = catchThrowableOfType(UndecodableException.class, () -> decoder.decode(bytes));
        assertThat(thrown).hasMessageStartingWith("This is no LoginEvent: ").hasMessageEndingWith(".");
        return thrown;
    }

    private static byte[] concat(byte[] head, byte[] tail) {
        byte[] both = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, both, head.length, tail.length);
        return both;
    }
}
