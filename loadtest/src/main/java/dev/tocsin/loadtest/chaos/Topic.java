package dev.tocsin.loadtest.chaos;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning to where it ends now, as whoever reads only what is committed sees it. */
final class Topic {
    private static final Duration POLL = Duration.ofMillis(500);

    /** A transaction that its producer left behind is ended by the broker after 10 seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Topic() {}

    static void read(String bootstrapServers, String topic, Consumer<ConsumerRecord<byte[], byte[]>> listener) {
        Map<TopicPartition, Long> ends = ends(bootstrapServers, topic);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers, "read_committed")) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(listener);
                if (System.nanoTime() > deadline) {
                    throw ChaosException.broken(
                            "The topic " + topic + " could not be read to its end within " + PATIENCE.toSeconds()
                                    + " s: a transaction may be open.",
                            null);
                }
            }
        }
    }

    /** Open transactions included. */
    private static Map<TopicPartition, Long> ends(String bootstrapServers, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers, "read_uncommitted")) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            return new HashMap<>(consumer.endOffsets(partitions));
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers, String isolation) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        isolation),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
