package dev.tocsin.loadtest.bench;

import dev.tocsin.event.Alert;
import dev.tocsin.serde.AvroDecoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads committed alerts as an alert service would, and notes when each could be read. */
final class AlertWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    /** Longer than a transaction; events have been taken in by then. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AvroDecoder<Alert> alerts = new AvroDecoder<>(Schemas.registry(), Alert.class);
    private final ConcurrentLinkedQueue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> end;
    private volatile boolean isStopping;
    private volatile long lastNanos = System.nanoTime();

    /**
     * An alert that could be read.
     *
     * @param mark what it has in common with its event
     * @param nanos when it could be read
     * @param sinceRaisedNanos how long the detector had raised it by then, by the wall clock, give or take a millisecond
     */
    record Arrival(long mark, long nanos, long sinceRaisedNanos) {}

    private record Seen(ConsumerRecord<byte[], byte[]> record, long nanos, long wallMillis) {}

    private AlertWatch(Cluster cluster, String topic) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", cluster.bootstrap());
        settings.put("isolation.level", "read_committed");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = List.copyOf(cluster.ends(topic).keySet());
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // the end is looked up now, and not when the first alert is there
        end = CompletableFuture.runAsync(this::read, task -> new Thread(task, "alert-watch").start());
    }

    static AlertWatch start(Cluster cluster, String topic) {
        return new AlertWatch(cluster, topic);
    }

    private void read() {
        try (consumer) {
            while (!isStopping) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    long nanos = System.nanoTime();
                    long wallMillis = System.currentTimeMillis();
                    records.forEach(record -> seen.add(new Seen(record, nanos, wallMillis)));
                    lastNanos = nanos;
                }
            }
        }
    }

    /**
     * All that came, when none has come for a while.
     *
     * @throws BenchException when alerts could not be read
     */
    List<Arrival> awaitQuiet() {
        long from = System.nanoTime();
        while (System.nanoTime() - Math.max(from, lastNanos) < QUIET.toNanos()) {
            if (end.isCompletedExceptionally()) {
                throw new BenchException("alerts could not be read: "
                        + end.handle((nothing, error) -> error).join());
            }
            pause();
        }
        return seen.stream().map(this::arrival).toList();
    }

    private Arrival arrival(Seen one) {
        ConsumerRecord<byte[], byte[]> record = one.record();
        long raised = alerts.decode(record.value()).getRaisedAt().toEpochMilli();
        return new Arrival(
                Schedule.mark(record.key(), record.timestamp()),
                one.nanos(),
                TimeUnit.MILLISECONDS.toNanos(one.wallMillis() - raised));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted while waiting for alerts");
        }
    }

    @Override
    public void close() {
        isStopping = true;
        end.handle((nothing, error) -> null).join(); // what broke was told to who waited
    }
}
