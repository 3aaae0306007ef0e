package dev.tocsin.replay;

import dev.tocsin.codec.Admission;
import dev.tocsin.codec.EventDecoder;
import dev.tocsin.codec.EventReader;
import dev.tocsin.serde.SchemaRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Where recordings of the input topics are found.
 *
 * @param kafka properties of the detector's clients
 * @param registry {@code schema.registry.*} properties
 * @param committedOnly whether the detector reads only what transactions have committed
 * @param maxFuture how far an event may lie after its record's timestamp
 */
public record Topics(
        Map<String, String> kafka,
        Map<String, String> registry,
        String logins,
        String accountChanges,
        boolean committedOnly,
        Duration maxFuture) {
    private static final String CONSUMER_PREFIX = "consumer.";

    /**
     * Opens what came between two moments, by the records' timestamps.
     *
     * @param to null for what is there now
     * @throws ReplayException when there is no such topic or Kafka does not answer
     */
    public TopicRecording open(Instant from, @Nullable Instant to, EventReader reader) {
        try {
            SchemaRegistry schemas = SchemaRegistry.connect(new HashMap<>(registry));
            Consumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(clientProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
            try {
                List<Lane> lanes = new ArrayList<>();
                lanes.addAll(lanes(consumer, logins, EventDecoder.logins(schemas, reader), from, to));
                lanes.addAll(lanes(consumer, accountChanges, EventDecoder.accountChanges(schemas, reader), from, to));
                consumer.assign(lanes.stream().map(Lane::partition).toList());
                lanes.forEach(lane -> consumer.seek(lane.partition(), lane.start()));
                return new TopicRecording(name(from, to), schemas, consumer, new Admission(maxFuture), lanes);
            } catch (RuntimeException e) {
                consumer.close();
                schemas.close();
                throw e;
            }
        } catch (KafkaException | IllegalArgumentException e) {
            throw new ReplayException(
                    "The topics at Kafka " + kafka.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG) + " cannot be read: "
                            + rootOf(e).getMessage(),
                    e);
        }
    }

    private static Throwable rootOf(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Without the clients' properties, among which are secrets. */
    @Override
    public String toString() {
        return "Topics[" + logins + ", " + accountChanges + ']';
    }

    private String name(Instant from, @Nullable Instant to) {
        return logins + " and " + accountChanges + " from " + from + " to " + (to == null ? "their end" : to);
    }

    private Map<String, Object> clientProperties() {
        Map<String, Object> all = new HashMap<>();
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, committedOnly ? "read_committed" : "read_uncommitted");
        all.put(ConsumerConfig.CLIENT_ID_CONFIG, "tocsin-replay");
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 4_000);
        all.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, -1); // as the detector's
        all.putAll(kafka);
        kafka.forEach((key, value) -> {
            if (key.startsWith(CONSUMER_PREFIX)) {
                all.put(key.substring(CONSUMER_PREFIX.length()), value);
            }
        });
        all.remove(ConsumerConfig.GROUP_ID_CONFIG); // leaves no trace
        all.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return all;
    }

    private List<Lane> lanes(
            Consumer<byte[], byte[]> consumer, String topic, EventDecoder decoder, Instant from, @Nullable Instant to) {
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        if (found == null || found.isEmpty()) {
            throw new ReplayException("Kafka at " + kafka.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG)
                    + " has no topic " + topic + "; is topics in --config right?");
        }
        List<TopicPartition> partitions = found.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> starts = offsets(consumer, partitions, from, ends);
        Map<TopicPartition, Long> stops = to == null ? ends : offsets(consumer, partitions, to, ends);
        return partitions.stream()
                .map(partition -> new Lane(
                        partition, decoder, starts.getOrDefault(partition, 0L), stops.getOrDefault(partition, 0L)))
                .toList();
    }

    /** The offsets of the first records that are not older than a moment; the end where there is none. */
    private static Map<TopicPartition, Long> offsets(
            Consumer<byte[], byte[]> consumer,
            List<TopicPartition> partitions,
            Instant at,
            Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, Math.max(0, at.toEpochMilli())));
        Map<TopicPartition, Long> offsets = new HashMap<>(ends);
        Map<TopicPartition, @Nullable OffsetAndTimestamp> found = new HashMap<>(consumer.offsetsForTimes(times));
        found.forEach((partition, offset) -> {
            if (offset != null) {
                offsets.put(partition, offset.offset());
            }
        });
        return offsets;
    }
}
