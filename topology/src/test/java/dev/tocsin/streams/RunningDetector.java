package dev.tocsin.streams;

import static org.awaitility.Awaitility.await;

import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.engine.RuleBook;
import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.Alert;
import dev.tocsin.event.AlertStatus;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.metrics.DetectionMetrics;
import dev.tocsin.serde.AvroDecoder;
import dev.tocsin.serde.SchemaRegistry;
import dev.tocsin.serde.TocsinAvroSerializer;
import dev.tocsin.testing.NoDatabases;
import dev.tocsin.testing.TestAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A detector on topics of its own against the real broker and registry, with hands to feed it and eyes on its output. */
final class RunningDetector implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String run;
    private final Topics topics;
    private final Path stateDir = temporary();
    private final String guarantee;
    private final RuleBook rules;
    private final SchemaRegistry registry = SchemaRegistry.connect(RealKafka.registry());
    private final AvroDecoder<Alert> alerts = new AvroDecoder<>(registry, Alert.class);
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", RealKafka.bootstrap()), new ByteArraySerializer(), new ByteArraySerializer());
    private final TocsinAvroSerializer<LoginEvent> logins = new TocsinAvroSerializer<>();
    private final TocsinAvroSerializer<AccountChangeEvent> changes = new TocsinAvroSerializer<>();
    private final int httpPort;
    private final Map<String, Object> kafka = new HashMap<>();
    private final Map<String, Object> registryProperties = new HashMap<>(RealKafka.registry());
    private DetectorApp app;

    private RunningDetector(String run, String guarantee, RuleBook rules, int httpPort) {
        this(run, guarantee, rules, httpPort, Map.of());
    }

    private RunningDetector(
            String run, String guarantee, RuleBook rules, int httpPort, Map<String, String> properties) {
        properties.forEach(
                (key, value) -> (key.startsWith("schema.registry.") ? registryProperties : kafka).put(key, value));
        kafka.put("bootstrap.servers", RealKafka.bootstrap());
        kafka.put("commit.interval.ms", 100);
        this.run = run;
        this.topics = RealKafka.topics(run);
        this.guarantee = guarantee;
        this.rules = rules;
        this.httpPort = httpPort;
        logins.configure(RealKafka.registry(), false);
        changes.configure(RealKafka.registry(), false);
        app = start();
    }

    static RunningDetector started(String guarantee) {
        return new RunningDetector(RealKafka.freshName(), guarantee, event -> TestAccount.RULES, 8080);
    }

    static RunningDetector startedOn(String run) {
        return instanceOf(run, event -> TestAccount.RULES);
    }

    static RunningDetector startedWith(RuleBook rules) {
        return new RunningDetector(RealKafka.freshName(), "at_least_once", rules, 8080);
    }

    /** One whose clients are told more: of the registry, or of Kafka. */
    static RunningDetector startedWith(Map<String, String> properties) {
        return new RunningDetector(
                RealKafka.freshName(), "exactly_once_v2", event -> TestAccount.RULES, 8080, properties);
    }

    /** An instance that tells the others of its run that it answers on a port. */
    static RunningDetector instanceOf(String run, int httpPort) {
        return new RunningDetector(run, "at_least_once", event -> TestAccount.RULES, httpPort);
    }

    static RunningDetector instanceOf(String run, RuleBook rules) {
        return new RunningDetector(run, "at_least_once", rules, 8080);
    }

    StreamsOptions options() {
        return new StreamsOptions(
                run,
                kafka,
                registryProperties,
                true,
                topics,
                guarantee,
                1,
                0,
                stateDir,
                "127.0.0.1:" + httpPort,
                Duration.ofMinutes(5));
    }

    private DetectorApp start() {
        DetectorApp started = DetectorApp.build(
                options(), new DetectorApp.Core(NoDatabases.READER, engine(), DetectionMetrics.NOOP), true);
        started.start();
        return started;
    }

    DetectionEngine engine() {
        return new DetectionEngine(TestAccount.GRACE, rules);
    }

    DetectorApp app() {
        return app;
    }

    Topics topics() {
        return topics;
    }

    String group() {
        return run;
    }

    void awaitReady() {
        await().atMost(PATIENCE).until(() -> app.readiness().trouble().isEmpty());
    }

    void restart() {
        stop();
        app = start();
    }

    void stop() {
        app.close();
    }

    void send(LoginEvent event) {
        send(topics.logins(), event.getAccountId(), bytes(event));
    }

    byte[] bytes(LoginEvent event) {
        return Objects.requireNonNull(logins.serialize(topics.logins(), event));
    }

    void send(AccountChangeEvent event) {
        send(topics.accountChanges(), event.getAccountId(), changes.serialize(topics.accountChanges(), event));
    }

    void send(String topic, @Nullable String key, byte @Nullable [] value) {
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        try {
            producer.send(new ProducerRecord<>(topic, keyBytes, value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The alerts that stand, by id, as a consumer that read everything would have them. */
    Map<String, Alert> alertTable() {
        Map<String, Alert> table = new LinkedHashMap<>();
        for (Alert alert : alertRecords()) {
            if (alert.getStatus() == AlertStatus.RAISED) {
                table.put(alert.getAlertId(), alert);
            } else {
                table.remove(alert.getAlertId());
            }
        }
        return table;
    }

    List<Alert> alertRecords() {
        return records(topics.alerts()).stream()
                .map(record -> alerts.decode(record.value()))
                .toList();
    }

    /** All committed records of a topic, read from its beginning to its present end. */
    static List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", RealKafka.bootstrap());
        config.put("isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory(Path.of("target"), "state-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        app.close();
        producer.close();
        registry.close();
    }
}
