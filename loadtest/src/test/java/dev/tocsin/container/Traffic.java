package dev.tocsin.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.event.Alert;
import dev.tocsin.event.AlertStatus;
import dev.tocsin.loadtest.traffic.Event;
import dev.tocsin.loadtest.traffic.Expectation;
import dev.tocsin.loadtest.traffic.Story;
import dev.tocsin.loadtest.traffic.World;
import dev.tocsin.serde.TocsinAvroDeserializer;
import dev.tocsin.serde.TocsinAvroSerializer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A month of a few people's behaviour, the takeovers told on their accounts, and what one deployment says of them. */
final class Traffic {
    /** Of several, a partition that has no leader yet may take the second and then refuses the first for ever. */
    static final int IN_FLIGHT = 1;

    private static final int ACCOUNTS = 250;
    private static final Duration POLL = Duration.ofMillis(200);

    /** Always the same, so that everybody always does the same. */
    private static final Instant OPENING = Instant.parse("2026-11-20T12:00:00Z");

    private final Deployment deployment;
    private final World world;

    Traffic(Deployment deployment, long seed) {
        this.deployment = deployment;
        this.world = new World(seed, ACCOUNTS, OPENING);
    }

    /** Sends what happened before. */
    void sendHistory(String compression) {
        send(world.history(), compression);
    }

    /** One takeover or look-alike of each kind, all of them beginning at once. */
    List<Story> stories() {
        return IntStream.range(0, World.storiesInRound())
                .mapToObj(index -> world.story(OPENING).orElseThrow())
                .toList();
    }

    List<Story> takeovers() {
        return stories().stream()
                .filter(story -> story.expectation().isTakeover())
                .toList();
    }

    void send(List<Story> stories, String compression) {
        List<Event> events = new ArrayList<>();
        stories.forEach(story -> events.addAll(story.events()));
        events.sort(Event.BY_TIME);
        send(events, compression);
    }

    @SuppressWarnings(
            "FutureReturnValueIgnored") // closing waits; what was not stored shows in the alerts that do not come
    private void send(Iterable<Event> events, String compression) {
        TocsinAvroSerializer<SpecificRecord> values = new TocsinAvroSerializer<>();
        values.configure(Platform.get().client(), false);
        Map<String, Object> properties = new HashMap<>();
        properties.put("bootstrap.servers", Platform.get().broker().bootstrap());
        properties.put("compression.type", compression);
        properties.put("linger.ms", 20);
        properties.put("max.in.flight.requests.per.connection", IN_FLIGHT);
        try (KafkaProducer<String, SpecificRecord> producer =
                new KafkaProducer<>(properties, new StringSerializer(), values)) {
            for (Event event : events) {
                String topic = event.fold(
                        login -> deployment.topics().logins(),
                        change -> deployment.topics().accountChanges());
                long time = event.at().toEpochMilli();
                producer.send(new ProducerRecord<>(topic, null, time, event.accountId(), event.record()));
            }
            producer.flush();
        }
    }

    /** Returns once each takeover has raised the alert that it is told for. */
    void awaitAlerts(List<Story> takeovers) {
        await().atMost(Instance.PATIENCE).pollInterval(POLL).untilAsserted(() -> {
            List<Alert> alerts = alerts();
            for (Story story : takeovers) {
                assertThat(alerts)
                        .as("%s of %s, who should raise %s", story.name(), story.accountId(), story.expectation())
                        .anyMatch(alert -> isOf(story, alert));
            }
        });
    }

    static boolean isOf(Story story, Alert alert) {
        Expectation expectation = story.expectation();
        return alert.getStatus() == AlertStatus.RAISED
                && alert.getAccountId().equals(story.accountId())
                && alert.getDetector().equals(expectation.detector())
                && String.valueOf(alert.getSeverity()).equals(String.valueOf(expectation.severity()));
    }

    /** All that is in the alerts topic now. */
    List<Alert> alerts() {
        TocsinAvroDeserializer<Alert> values = new TocsinAvroDeserializer<>(Alert.class);
        values.configure(Platform.get().client(), false);
        Map<String, Object> properties =
                Map.of("bootstrap.servers", Platform.get().broker().bootstrap(), "isolation.level", "read_committed");
        List<Alert> alerts = new ArrayList<>();
        try (KafkaConsumer<String, Alert> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = IntStream.range(0, deployment.partitions())
                    .mapToObj(number -> new TopicPartition(deployment.topics().alerts(), number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> alerts.add(record.value()));
            }
        }
        return alerts;
    }
}
