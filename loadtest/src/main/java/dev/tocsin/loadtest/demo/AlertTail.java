package dev.tocsin.loadtest.demo;

import dev.tocsin.event.Alert;
import dev.tocsin.serde.TocsinAvroDeserializer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the alerts topic from its beginning, as an alert service would, in a thread of its own. */
final class AlertTail implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<String, Alert> consumer;
    private final Consumer<Alert> listener;
    private final AtomicLong heard = new AtomicLong();
    private final Thread thread = new Thread(this::follow, "alert-tail");

    private AlertTail(KafkaConsumer<String, Alert> consumer, Consumer<Alert> listener) {
        this.consumer = consumer;
        this.listener = listener;
    }

    /**
     * Starts to follow.
     *
     * @param client how Kafka and the registry are reached
     * @param listener gets each alert, one at a time
     */
    static AlertTail follow(Map<String, Object> client, String topic, Consumer<Alert> listener) {
        TocsinAvroDeserializer<Alert> values = new TocsinAvroDeserializer<>(Alert.class);
        values.configure(client, false);
        Map<String, Object> properties = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                String.valueOf(client.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG)),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        KafkaConsumer<String, Alert> consumer = new KafkaConsumer<>(properties, new StringDeserializer(), values);
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        AlertTail tail = new AlertTail(consumer, listener);
        tail.thread.start();
        return tail;
    }

    private void follow() {
        try (consumer) {
            while (true) {
                for (ConsumerRecord<String, Alert> record : consumer.poll(POLL)) {
                    listener.accept(record.value());
                    heard.incrementAndGet();
                }
            }
        } catch (WakeupException | InterruptException closed) {
            // that is how it ends
        }
    }

    /** Alerts that the listener has got. */
    long heard() {
        return heard.get();
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
