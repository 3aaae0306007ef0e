package dev.tocsin.loadtest.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads committed alerts as an alert service would, and notes when each could be read. */
final class AlertWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    /** Longer than any commit interval; what comes later is lost, and told. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::read, "alert-watch");
    private volatile boolean isStopping;
    private volatile long lastNanos = System.nanoTime();

    /** @param mark what the alert has in common with its event */
    record Arrival(long mark, long nanos) {}

    private AlertWatch(Cluster cluster, String topic) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", cluster.bootstrap());
        settings.put("isolation.level", "read_committed");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = List.copyOf(cluster.ends(topic).keySet());
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // the end is looked up now, and not when the first alert is there
    }

    static AlertWatch start(Cluster cluster, String topic) {
        AlertWatch watch = new AlertWatch(cluster, topic);
        watch.thread.start();
        return watch;
    }

    private void read() {
        while (!isStopping) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                lastNanos = System.nanoTime();
                arrivals.add(new Arrival(Schedule.mark(record.key(), record.timestamp()), lastNanos));
            }
        }
        consumer.close();
    }

    /** Returns when no alert has come for a while. */
    void awaitQuiet() {
        long from = System.nanoTime();
        while (System.nanoTime() - Math.max(from, lastNanos) < QUIET.toNanos()) {
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted while waiting for alerts");
        }
    }

    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    @Override
    public void close() {
        isStopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
