package dev.tocsin.redrive;

import dev.tocsin.codec.Admission;
import dev.tocsin.codec.EventReader;
import dev.tocsin.codec.InputRecords;
import dev.tocsin.serde.RegistryUnavailableException;
import dev.tocsin.serde.SchemaNotFoundException;
import dev.tocsin.serde.SchemaRegistry;
import dev.tocsin.streams.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts dead letters back.
 *
 * <p>A letter that was sent or discarded is marked in its own topic, within the transaction that sent it. So a run that is repeated,
 * or was cut off, goes on where the other ended. What cannot be read stays where it is, and is told.
 *
 * @param consumer properties of a Kafka consumer
 * @param producer properties of a Kafka producer
 * @param registry {@code schema.registry.*} properties
 * @param maxFuture how far an event may lie after its record's timestamp
 */
public record Redrive(
        String applicationId,
        Map<String, Object> consumer,
        Map<String, Object> producer,
        Map<String, String> registry,
        Topics topics,
        EventReader reader,
        Duration maxFuture) {
    private static final String CLIENT_ID = "tocsin-redrive";
    private static final int PATIENCE_MS = 30_000;
    private static final String AGAIN = " What was sent is marked as such: run it again.";

    /**
     * Does it.
     *
     * @param isDryRun whether to send nothing
     * @return places of corrections that were about no selected letter
     * @throws RedriveException when it cannot begin, or cannot go on
     */
    public Set<String> run(Selection selection, Corrections corrections, Report report, boolean isDryRun) {
        try (SchemaRegistry schemas = SchemaRegistry.connect(new HashMap<>(registry));
                Outbox outbox =
                        isDryRun ? null : new Outbox(open(producer)); // first: it ends what another run left open
                KafkaConsumer<byte[], byte[]> letters = openConsumer()) {
            Map<String, InputRecords<?>> inputs = inputs(schemas);
            Sorter sorter = new Sorter(inputs, new Admission(maxFuture), corrections);
            Scan scan = new Scan(letters, topics.deadLetters());
            return within(() -> {
                Round round = new Round(selection, sorter, outbox, report, inputs);
                scan.each(round::mark);
                scan.each(round::take);
                round.end();
                return corrections.beside(round.seen());
            });
        } catch (KafkaException | IllegalArgumentException e) {
            throw RedriveException.before(
                    "Kafka at " + consumer.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG) + " cannot be used: "
                            + rootOf(e).getMessage(),
                    e);
        }
    }

    /** Without the clients' properties, among which are secrets. */
    @Override
    public String toString() {
        return "Redrive[" + applicationId + ", " + topics + ']';
    }

    private static <T> T within(Supplier<T> work) {
        try {
            return work.get();
        } catch (RegistryUnavailableException | SchemaNotFoundException | KafkaException e) {
            throw RedriveException.within(
                    rootOf(e) instanceof KafkaException root
                            ? "Kafka cannot be read on: " + root.getMessage() + AGAIN
                            : e.getMessage() + AGAIN,
                    e);
        }
    }

    private Map<String, InputRecords<?>> inputs(SchemaRegistry schemas) {
        return Map.of(
                topics.logins(), InputRecords.logins(schemas, reader, topics.logins()),
                topics.accountChanges(), InputRecords.accountChanges(schemas, reader, topics.accountChanges()));
    }

    private static Throwable rootOf(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private KafkaConsumer<byte[], byte[]> openConsumer() {
        Map<String, Object> config = new HashMap<>(consumer);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, CLIENT_ID);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> open(Map<String, Object> properties) {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, CLIENT_ID);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, applicationId + "-redrive");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
