package dev.tocsin.loadtest.chaos;

import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.loadtest.market.AvroBytes;
import dev.tocsin.loadtest.market.Event;
import dev.tocsin.loadtest.market.Records;
import dev.tocsin.serde.AvroEncoder;
import dev.tocsin.serde.SchemaRegistry;
import dev.tocsin.streams.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Makes records of sendings, good and bad. Not safe for several threads. */
final class Wire {
    private static final int STRANGE_ID = 0x7ffffff0;
    private static final int MAGIC_AND_ID = 5;

    private final AvroEncoder<LoginEvent> logins;
    private final AvroEncoder<AccountChangeEvent> changes;
    private final AvroBytes avro;

    /** Registers the two schemas. */
    Wire(SchemaRegistry registry) {
        logins = new AvroEncoder<>(registry, Topics.DEFAULTS.logins() + "-value", LoginEvent.class, true);
        changes = new AvroEncoder<>(
                registry, Topics.DEFAULTS.accountChanges() + "-value", AccountChangeEvent.class, true);
        avro = new AvroBytes(logins.prepare(), changes.prepare());
    }

    ProducerRecord<byte[], byte[]> record(Sending sending) {
        Event event = sending.event();
        Bad bad = sending.bad();
        String topic = event.deed().isLogin() ? Topics.DEFAULTS.logins() : Topics.DEFAULTS.accountChanges();
        byte @Nullable [] value = bad == null ? avro.value(event) : spoilt(event, bad);
        String key = accountOf(event) + (bad == Bad.OTHER_KEY ? "x" : "");
        return new ProducerRecord<>(topic, null, event.at(), key.getBytes(StandardCharsets.UTF_8), value);
    }

    private byte @Nullable [] spoilt(Event event, Bad bad) {
        byte[] value = avro.value(event);
        return switch (bad) {
            case NOTHING -> null;
            case NOISE -> {
                Arrays.fill(value, 0, MAGIC_AND_ID, (byte) 0x7b);
                yield value;
            }
            case CUT_OFF -> Arrays.copyOf(value, value.length / 2);
            case LENGTHENED -> Arrays.copyOf(value, value.length + 3);
            case STRANGE_SCHEMA -> {
                ByteBuffer.wrap(value).putInt(1, STRANGE_ID);
                yield value;
            }
            case OTHER_KEY -> rewritten(event, freshId(event), accountOf(event), event.at());
            case NO_EVENT_ID -> rewritten(event, " ", accountOf(event), event.at());
            case LONG_ACCOUNT_ID -> rewritten(event, freshId(event), "a".repeat(300), event.at());
            case SECONDS -> rewritten(event, freshId(event), accountOf(event), event.at() / 1000);
            case TOMORROW ->
                rewritten(
                        event,
                        freshId(event),
                        accountOf(event),
                        event.at() + Duration.ofDays(1).toMillis());
        };
    }

    /** A record that would be judged, and change the outcome, if it were not refused. */
    private byte[] rewritten(Event event, String id, String account, long at) {
        return Records.<byte[]>fold(
                event,
                login -> logins.encode(LoginEvent.newBuilder(login)
                        .setEventId(id)
                        .setAccountId(account)
                        .setOccurredAt(Instant.ofEpochMilli(at))
                        .build()),
                change -> changes.encode(AccountChangeEvent.newBuilder(change)
                        .setEventId(id)
                        .setAccountId(account)
                        .setOccurredAt(Instant.ofEpochMilli(at))
                        .build()));
    }

    private static String accountOf(Event event) {
        return Records.fold(event, LoginEvent::getAccountId, AccountChangeEvent::getAccountId);
    }

    private static String freshId(Event event) {
        return new UUID(event.idHigh(), ~event.idLow()).toString();
    }
}
