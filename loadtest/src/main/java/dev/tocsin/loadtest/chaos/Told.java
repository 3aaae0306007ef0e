package dev.tocsin.loadtest.chaos;

import dev.tocsin.event.Alert;
import dev.tocsin.serde.TocsinAvroDeserializer;
import dev.tocsin.streams.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What the detector said: its alerts by id, as their last record leaves them, and its dead letters. */
final class Told {
    private final Map<String, Verdict> standing = new LinkedHashMap<>();
    private final Map<String, List<String>> records = new HashMap<>();
    private final Map<Position, String> deadLetters = new HashMap<>();
    private int repeatedAlerts;
    private int repeatedDeadLetters;
    private int withdrawn;

    /** Reads both topics to their ends. */
    static Told read(Map<String, Object> client) {
        String servers = String.valueOf(client.get("bootstrap.servers"));
        Told told = new Told();
        try (TocsinAvroDeserializer<Alert> values = new TocsinAvroDeserializer<>(Alert.class)) {
            values.configure(client, false);
            Topic.read(servers, Topics.DEFAULTS.alerts(), record -> {
                Alert alert = Objects.requireNonNull(values.deserialize(record.topic(), record.value()));
                told.take(alert, record.partition() + "/" + record.offset());
            });
        }
        Topic.read(servers, Topics.DEFAULTS.deadLetters(), told::takeDeadLetter);
        return told;
    }

    private void take(Alert alert, String where) {
        String id = alert.getAlertId();
        Verdict verdict = Verdict.of(alert);
        boolean stands = Verdict.stands(alert);
        boolean isNews = stands ? !verdict.equals(standing.get(id)) : standing.containsKey(id);
        if (!isNews) {
            repeatedAlerts++;
        } else if (stands) {
            standing.put(id, verdict);
        } else {
            standing.remove(id);
            withdrawn++;
        }
        records.computeIfAbsent(alert.getAccountId(), account -> new ArrayList<>())
                .add(where
                        + ' '
                        + alert.getRaisedAt()
                        + ' '
                        + alert.getStatus()
                        + ' '
                        + id
                        + ' '
                        + verdict.detector()
                        + ' '
                        + verdict.severity()
                        + (alert.getLate() ? " late " : " ")
                        + verdict.occurredAt());
    }

    private void takeDeadLetter(ConsumerRecord<byte[], byte[]> record) {
        Position position = new Position(
                header(record, "tocsin.topic"),
                Integer.parseInt(header(record, "tocsin.partition")),
                Long.parseLong(header(record, "tocsin.offset")));
        if (deadLetters.put(position, header(record, "tocsin.reason")) != null) {
            repeatedDeadLetters++;
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** By alert id. */
    Map<String, Verdict> standing() {
        return standing;
    }

    /** All that was said of an account, in the order in which it was said. */
    List<String> records(String account) {
        return records.getOrDefault(account, List.of());
    }

    /** The reason of each, by the place of the record that it is about. */
    Map<Position, String> deadLetters() {
        return deadLetters;
    }

    /** Alerts that said what had been said. */
    int repeatedAlerts() {
        return repeatedAlerts;
    }

    int repeatedDeadLetters() {
        return repeatedDeadLetters;
    }

    int withdrawn() {
        return withdrawn;
    }
}
