package dev.tocsin.loadtest.bench;

import dev.tocsin.config.Guarantee;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;

/** One consumer and one producer in a thread, committing as often as Kafka Streams would. */
final class Copier implements Runnable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Assignment assignment;
    private final StreamsConfig config;
    private final String output;
    private final boolean isTransactional;
    private final long commitNanos;
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    private final Refusals refusals = new Refusals();
    private final AtomicLong count = new AtomicLong();
    private final int index;
    private volatile boolean isStopping;

    Copier(Assignment assignment, Properties streams, int index) {
        this.assignment = assignment;
        this.config = new StreamsConfig(streams);
        this.output = TopicNames.output(assignment.application());
        this.isTransactional = assignment.guarantee() == Guarantee.EXACTLY_ONCE_V2;
        this.commitNanos = Duration.ofMillis(config.getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG))
                .toNanos();
        this.index = index;
    }

    long count() {
        return count.get();
    }

    void stop() {
        isStopping = true;
    }

    @Override
    public void run() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        consumerConfig(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(producerConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
            consumer.assign(partitions());
            if (isTransactional) {
                producer.initTransactions();
                producer.beginTransaction();
            }
            copy(consumer, producer);
        }
    }

    /** Its own from beginning to end: a group that rebalances while it is measured would measure that. */
    private List<TopicPartition> partitions() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (int i = index; i < TopicNames.PARTITIONS; i += assignment.threads()) {
            partitions.add(new TopicPartition(TopicNames.logins(assignment.input()), i));
            partitions.add(new TopicPartition(TopicNames.changes(assignment.input()), i));
        }
        return partitions;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback learns what became of it
    private void copy(KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<byte[], byte[]> producer) {
        long committed = System.nanoTime();
        while (!isStopping) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                producer.send(
                        new ProducerRecord<>(output, null, record.timestamp(), record.key(), record.value()), refusals);
                offsets.put(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1));
                count.lazySet(count.get() + 1);
            }
            if (System.nanoTime() - committed >= commitNanos) {
                commit(consumer, producer);
                committed = System.nanoTime();
            }
        }
        commit(consumer, producer);
    }

    private void commit(KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<byte[], byte[]> producer) {
        if (isTransactional) {
            producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
            producer.commitTransaction();
            producer.beginTransaction();
        } else {
            producer.flush();
            refusals.throwIfAny();
            consumer.commitSync(offsets);
        }
    }

    private Map<String, Object> consumerConfig() {
        Map<String, Object> settings = config.getMainConsumerConfigs(assignment.application(), "copy-" + index, index);
        // Kafka Streams' own assignor needs Kafka Streams.
        settings.remove("partition.assignment.strategy");
        settings.keySet().removeIf(key -> key.startsWith("__"));
        settings.put("group.id", assignment.application());
        return settings;
    }

    private Map<String, Object> producerConfig() {
        Map<String, Object> settings = config.getProducerConfigs("copy-" + index);
        settings.keySet().removeIf(key -> key.startsWith("__"));
        if (isTransactional) {
            settings.put("transactional.id", assignment.application() + '-' + index);
        }
        return settings;
    }
}
