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

    /** The detector has only the wall clock in common with this process. */
    private final long wallAheadNanos = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - System.nanoTime();

    private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> end;
    private volatile boolean isStopping;
    private volatile long lastNanos = System.nanoTime();

    /**
     * An alert that could be read.
     *
     * @param mark what it has in common with its event
     * @param raisedNanos when the detector raised it, to the millisecond, by the clock of the next
     * @param nanos when it could be read
     */
    record Arrival(long mark, long raisedNanos, long nanos) {}

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
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    lastNanos = System.nanoTime();
                    long raisedMillis =
                            alerts.decode(record.value()).getRaisedAt().toEpochMilli();
                    arrivals.add(new Arrival(
                            Schedule.mark(record.key(), record.timestamp()),
                            TimeUnit.MILLISECONDS.toNanos(raisedMillis) - wallAheadNanos,
                            lastNanos));
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
        return List.copyOf(arrivals);
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
