package dev.tocsin.publishing;

import dev.tocsin.thresholds.Publication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads the topic from its beginning, record by record. In no group, so nothing is committed. For one thread. */
final class TopicReader implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(200);

    private final ThresholdsTopic topic;
    private final KafkaConsumer<byte[], byte[]> consumer;

    private TopicReader(ThresholdsTopic topic, KafkaConsumer<byte[], byte[]> consumer) {
        this.topic = topic;
        this.consumer = consumer;
    }

    /**
     * Goes to the beginning.
     *
     * @throws TopicException when the topic is not there, or is cut into partitions
     */
    @SuppressWarnings("MustBeClosed")
    static TopicReader open(ThresholdsTopic topic) {
        KafkaConsumer<byte[], byte[]> consumer = consumer(topic);
        try {
            TopicReader reader = new TopicReader(topic, consumer);
            reader.start();
            return reader;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(ThresholdsTopic topic) {
        try {
            return topic.consumer();
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new TopicException("The configuration does not work: " + cause.getMessage(), e);
        }
    }

    private void start() {
        List<PartitionInfo> partitions = orSentence(this::partitions);
        if (partitions.isEmpty()) {
            throw new TopicException("Kafka at " + topic.brokers() + " has no topic " + topic.name()
                    + ". Create it with deploy/tocsin thresholds publish --create-topic, or start the detector with"
                    + " --create-topics.");
        }
        if (partitions.size() != ThresholdsTopic.PARTITIONS) {
            throw new TopicException("The topic " + topic.name() + " has " + partitions.size()
                    + " partitions. It must have one: the order of its records says which version is in force.");
        }
        consumer.assign(List.of(topic.partition()));
        consumer.seekToBeginning(List.of(topic.partition()));
    }

    /** A broker may need a moment until it knows a topic that another has just created. */
    private List<PartitionInfo> partitions() {
        long deadline = System.nanoTime() + MOMENT.toNanos();
        List<PartitionInfo> partitions = consumer.partitionsFor(topic.name(), PATIENCE);
        while (partitions.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL.toNanos());
            partitions = consumer.partitionsFor(topic.name(), PATIENCE);
        }
        return partitions;
    }

    /** Everything from where this reader is to the present end. */
    List<Publication> toEnd() {
        return to(orSentence(() -> end(PATIENCE)));
    }

    /** Everything from where this reader is up to an offset, which is not among it. */
    List<Publication> to(long offset) {
        List<Publication> read = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (orSentence(() -> consumer.position(topic.partition(), PATIENCE)) < offset) {
            read.addAll(orSentence(() -> poll(POLL)));
            if (System.nanoTime() > deadline) {
                throw silent();
            }
        }
        return read;
    }

    List<Publication> poll(Duration patience) {
        List<Publication> read = new ArrayList<>();
        consumer.poll(patience).forEach(record -> read.add(PublicationRecord.read(record)));
        return read;
    }

    /**
     * The offset after the last record, asked of the broker.
     *
     * @throws TimeoutException when it does not answer
     */
    long end(Duration patience) {
        Map<?, Long> ends = consumer.endOffsets(List.of(topic.partition()), patience);
        return ends.values().iterator().next();
    }

    private interface Call<T> {
        T call();
    }

    private <T> T orSentence(Call<T> call) {
        try {
            return call.call();
        } catch (TimeoutException e) {
            throw silent();
        } catch (InterruptException e) {
            throw new TopicException("stopped while reading the topic " + topic.name(), e);
        } catch (KafkaException e) {
            throw new TopicException("The topic " + topic.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private TopicException silent() {
        return new TopicException("Kafka at " + topic.brokers() + " did not answer within " + PATIENCE.toSeconds()
                + " s. Is kafka.bootstrap.servers right, and the security configured?");
    }

    /** From any thread: the poll under way ends. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
