package dev.tocsin.redrive;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Reads the dead-letter topic from its beginning to where it ended at first, as often as is wanted. In no group. */
final class Scan {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> ends;

    Scan(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        List<PartitionInfo> found = consumer.partitionsFor(topic, PATIENCE);
        if (found.isEmpty()) {
            throw RedriveException.before(
                    "Kafka has no topic " + topic + "; is topics.dead-letters in --config right?",
                    new IllegalArgumentException(topic));
        }
        partitions = found.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        ends = Map.copyOf(consumer.endOffsets(partitions, PATIENCE));
    }

    void each(Consumer<Letter> reader) {
        consumer.seekToBeginning(partitions);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long before = position();
        while (!isThrough()) {
            consumer.poll(POLL).forEach(record -> {
                if (record.offset() < end(new TopicPartition(record.topic(), record.partition()))) {
                    reader.accept(new Letter(record));
                }
            });
            long now = position();
            if (now > before) {
                before = now;
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw RedriveException.within(
                        "Kafka sent nothing for " + PATIENCE.toSeconds()
                                + " s, though there is more to read. Are all its" + " brokers up?",
                        new IllegalStateException("no progress"));
            }
        }
    }

    private boolean isThrough() {
        return partitions.stream().allMatch(partition -> consumer.position(partition, PATIENCE) >= end(partition));
    }

    private long position() {
        return partitions.stream()
                .mapToLong(partition -> consumer.position(partition, PATIENCE))
                .sum();
    }

    private long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }
}
