package dev.tocsin.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.AuthMethod;
import dev.tocsin.event.ChangeType;
import dev.tocsin.event.FailureReason;
import dev.tocsin.event.Initiator;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.LoginOutcome;
import dev.tocsin.event.Mfa;
import dev.tocsin.event.Network;
import dev.tocsin.event.Source;
import dev.tocsin.serde.AvroDecoder;
import dev.tocsin.serde.AvroEncoder;
import dev.tocsin.serde.SchemaRegistry;
import dev.tocsin.serde.UndecodableException;
import dev.tocsin.testing.NoDatabases;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The direct way reads what Avro's reads, and leaves to Avro's whatever is not as it should be. */
class EventDecoderTest {
    private static final long SEED = 20_261_129;
    private static final int ROUNDS = 30_000;
    private static final Instant AT = Instant.parse("2026-03-02T12:00:00.123Z");
    private static final String UUID = "0b0e2c1a-7f3e-4a55-9d0c-5b8f6a1e2d3c";
    private static final String PLAIN = "\"string\"";
    private static final String JAVA = "{\"type\":\"string\",\"avro.java.string\":\"String\"}";

    private final SchemaRegistry registry =
            SchemaRegistry.connect(Map.of("schema.registry.url", "mock://event-decoder"));
    private final AvroEncoder<LoginEvent> logins = new AvroEncoder<>(registry, "logins-value", LoginEvent.class, true);
    private final AvroEncoder<AccountChangeEvent> changes =
            new AvroEncoder<>(registry, "changes-value", AccountChangeEvent.class, true);
    private final EventDecoder loginDecoder = EventDecoder.logins(registry, NoDatabases.READER);
    private final EventDecoder changeDecoder = EventDecoder.accountChanges(registry, NoDatabases.READER);
    private final Function<byte[], AccountEvent> avroLogins =
            InputRecords.logins(registry, NoDatabases.READER, "logins")::event;
    private final Function<byte[], AccountEvent> avroChanges =
            InputRecords.accountChanges(registry, NoDatabases.READER, "changes")::event;

    @Test
    void both_ways_read_the_same() {
        for (Source source : sources()) {
            for (String id : List.of(
                    UUID, UUID.toUpperCase(Locale.ROOT), "e1", "ü".repeat(18), "\uD83D\uDD11" + "a".repeat(34))) {
                readsAlike(loginDecoder, avroLogins, logins.encode(login(id, source)));
                readsAlike(changeDecoder, avroChanges, changes.encode(change(id, source)));
            }
        }
        readsAlike(changeDecoder, avroChanges, changes.encode(least()));
    }

    @Test
    void every_symbol_is_its_namesake() {
        Stream.of(LoginOutcome.values())
                .forEach(one -> readsAlike(LoginEvent.newBuilder(login(UUID, all()))
                        .setOutcome(one)
                        .build()));
        Stream.of(FailureReason.values())
                .forEach(one -> readsAlike(LoginEvent.newBuilder(login(UUID, all()))
                        .setFailureReason(one)
                        .build()));
        Stream.of(AuthMethod.values())
                .forEach(one -> readsAlike(LoginEvent.newBuilder(login(UUID, all()))
                        .setAuthMethod(one)
                        .build()));
        Stream.of(Mfa.values())
                .forEach(one -> readsAlike(
                        LoginEvent.newBuilder(login(UUID, all())).setMfa(one).build()));
        Stream.of(Network.values())
                .forEach(one -> readsAlike(
                        login(UUID, Source.newBuilder(all()).setNetwork(one).build())));
        for (ChangeType type : ChangeType.values()) {
            for (Initiator initiator : Initiator.values()) {
                readsAlike(
                        changeDecoder,
                        avroChanges,
                        changes.encode(AccountChangeEvent.newBuilder(least())
                                .setChange(type)
                                .setInitiator(initiator)
                                .build()));
            }
        }
    }

    private void readsAlike(LoginEvent event) {
        readsAlike(loginDecoder, avroLogins, logins.encode(event));
    }

    /** The first of a schema id goes through Avro, which finds out what schema that is. */
    private static void readsAlike(EventDecoder decoder, Function<byte[], AccountEvent> avro, byte[] bytes) {
        AccountEvent event = avro.apply(bytes);
        assertThat(decoder.decode(bytes)).isEqualTo(event);
        assertThat(decoder.direct(bytes)).as("the direct way").isEqualTo(event);
    }

    @Test
    void what_is_damaged_is_told_as_avro_tells_it() {
        toldAlike(
                loginDecoder,
                avroLogins,
                sources().stream()
                        .map(source -> logins.encode(login(UUID, source)))
                        .toList());
        toldAlike(
                changeDecoder,
                avroChanges,
                sources().stream()
                        .map(source -> changes.encode(change(UUID, source)))
                        .toList());
    }

    private static void toldAlike(EventDecoder decoder, Function<byte[], AccountEvent> avro, List<byte[]> good) {
        Random random = new Random(SEED);
        good.forEach(decoder::decode);
        int direct = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bad = damaged(good.get(round % good.size()), random);
            toldAlike(decoder, avro, bad);
            direct += decoder.direct(bad) == null ? 0 : 1;
        }
        assertThat(direct).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    private static void toldAlike(EventDecoder decoder, Function<byte[], AccountEvent> avro, byte[] bad) {
        assertThat(said(decoder::decode, bad)).as(HexFormat.of().formatHex(bad)).isEqualTo(said(avro, bad));
    }

    /** What one damaged byte does not make: numbers of ten and eleven bytes, lengths at the edges, ids with odd ends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "02", // a length, and nothing behind it
                "01", // of -1
                "feffffff0f", // of 2^31 - 1
                "80808080808080808001", // ten bytes, of which the last says 2^63
                "8080808080808080808001", // eleven
                "ffffffffffffffffffff01",
                "02" + "1c", // a blank of ASCII that is no space
                "02" + "7f",
                "04" + "c3a9", // é
                "04" + "c328", // no UTF-8
                "08" + "f09f9491", // a key, of two surrogates
                "06" + "e28083" // a space of Unicode
            })
    void odd_texts_are_told_alike(String hex) {
        byte[] text = HexFormat.of().parseHex(hex);
        byte[] login = logins.encode(login("e1", all()));
        loginDecoder.decode(login);
        String device = new String(login, StandardCharsets.ISO_8859_1);
        for (int at : List.of(AvroDecoder.BODY_AT, device.indexOf("d-1") - 1, device.indexOf("s-1") - 1)) {
            int length = login[at] / 2;
            toldAlike(loginDecoder, avroLogins, spliced(login, at, 1 + length, text));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -90, 90.000_000_1, 181})
    void odd_coordinates_are_read_alike(double degrees) {
        readsAlike(login(UUID, Source.newBuilder(all()).setLatitude(degrees).build()));
        readsAlike(login(UUID, Source.newBuilder(all()).setLongitude(degrees).build()));
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] inserted) {
        byte[] head = Arrays.copyOf(bytes, at);
        byte[] tail = Arrays.copyOfRange(bytes, at + removed, bytes.length);
        return ByteBuffer.allocate(head.length + inserted.length + tail.length)
                .put(head)
                .put(inserted)
                .put(tail)
                .array();
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bad = good.clone();
        int at = AvroDecoder.BODY_AT + random.nextInt(bad.length - AvroDecoder.BODY_AT);
        switch (random.nextInt(4)) {
            case 0 -> bad = Arrays.copyOf(bad, at);
            case 1 -> bad = Arrays.copyOf(bad, bad.length + 1);
            case 2 -> bad[at] ^= (byte) (1 << random.nextInt(8));
            default -> bad[at] = (byte) random.nextInt(256);
        }
        return bad;
    }

    private static Object said(Function<byte[], AccountEvent> reading, byte[] bytes) {
        try {
            return reading.apply(bytes);
        } catch (InvalidEventException e) {
            return e.label() + ": " + e.getMessage();
        } catch (UndecodableException e) {
            // what the JVM says of an index, it says only the first thousands of times
            return e.reason() + ": " + String.valueOf(e.getMessage()).replaceAll("Exception[^(]*", "Exception ");
        }
    }

    @Test
    void schema_of_a_sender_in_java_is_the_contracts_too() {
        byte[] bytes = logins.encode(login(UUID, all()));
        String java = registry.schemaById(schemaId(bytes)).replace(PLAIN, JAVA);

        byte[] sent = withSchema(bytes, registry.register("java-value", java));

        readsAlike(loginDecoder, avroLogins, sent);
    }

    /** Each takes as many bytes, which mean something else. */
    @ParameterizedTest
    @CsvSource({
        "timestamp-millis, timestamp-micros",
        "event_id, account_id",
        "PAYOUT_CHANGED, PAYOUT_REQUESTED",
        "old_value_hash, new_value_hash",
        "latitude, longitude"
    })
    void another_schema_is_never_read_directly(String one, String other) {
        byte[] bytes = changes.encode(change(UUID, all()));
        String schema = registry.schemaById(schemaId(bytes));
        String swapped = schema.replace('"' + one + '"', "\"?\"")
                .replace('"' + other + '"', '"' + one + '"')
                .replace("\"?\"", '"' + other + '"');

        byte[] sent = withSchema(bytes, registry.register(one + "-value", swapped));

        assertThat(changeDecoder.decode(sent)).isEqualTo(avroChanges.apply(sent));
        assertThat(changeDecoder.direct(sent)).isNull();
    }

    private static int schemaId(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt(1);
    }

    private static byte[] withSchema(byte[] bytes, int id) {
        byte[] other = bytes.clone();
        ByteBuffer.wrap(other).putInt(1, id);
        return other;
    }

    private static LoginEvent login(String id, Source source) {
        return LoginEvent.newBuilder()
                .setEventId(id)
                .setAccountId("seller-4711")
                .setSegment("seller")
                .setOccurredAt(AT)
                .setOutcome(LoginOutcome.SUCCEEDED)
                .setFailureReason(FailureReason.NONE)
                .setAuthMethod(AuthMethod.PASSWORD)
                .setMfa(Mfa.PASSED)
                .setSource(source)
                .build();
    }

    private static AccountChangeEvent change(String id, @Nullable Source source) {
        return AccountChangeEvent.newBuilder(least())
                .setEventId(id)
                .setInitiator(Initiator.OWNER)
                .setMfa(Mfa.NOT_USED)
                .setOldValueHash("5e884898da280471")
                .setNewValueHash(" ")
                .setSource(source)
                .build();
    }

    private static AccountChangeEvent least() {
        return AccountChangeEvent.newBuilder()
                .setEventId("e2")
                .setAccountId("a1")
                .setOccurredAt(AT)
                .setChange(ChangeType.PAYOUT_CHANGED)
                .build();
    }

    private static Source all() {
        return Source.newBuilder()
                .setIp("198.51.100.7")
                .setCountry("DE")
                .setRegion("BE")
                .setCity("Berlin")
                .setLatitude(52.52)
                .setLongitude(13.405)
                .setRadiusKm(20)
                .setAsn(4_294_967_295L)
                .setDeviceId("d-1")
                .setUserAgent("Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0")
                .setSessionId("s-1")
                .setNetwork(Network.BUSINESS)
                .build();
    }

    private static List<Source> sources() {
        return List.of(
                all(),
                Source.newBuilder().build(),
                Source.newBuilder(all()).setDeviceId(null).setLatitude(null).build(),
                Source.newBuilder(all()).setDeviceId(" d-1\t").setSessionId("").build(),
                Source.newBuilder(all())
                        .setDeviceId("gerät")
                        .setSessionId("\u2003s")
                        .setCity("Besançon ")
                        .build(),
                Source.newBuilder(all())
                        .setIp("2001:db8::17")
                        .setCountry("Norway")
                        .setUserAgent("")
                        .setRadiusKm(null)
                        .setAsn(-1L)
                        .build());
    }
}
