package dev.tocsin.loadtest.demo;

import dev.tocsin.loadtest.traffic.Event;
import dev.tocsin.serde.TocsinAvroSerializer;
import dev.tocsin.streams.Topics;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends events as a platform does: Avro through the registry, keyed by account, at their event time. */
final class Sender implements AutoCloseable {
    /** Barely felt in live traffic, and the history goes out in a tenth of the requests. */
    private static final int LINGER_MS = 2;

    private final KafkaProducer<String, SpecificRecord> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private long sent;

    /** @param client how Kafka and the registry are reached */
    Sender(Map<String, Object> client) {
        TocsinAvroSerializer<SpecificRecord> values = new TocsinAvroSerializer<>();
        values.configure(client, false);
        Map<String, Object> properties = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                String.valueOf(client.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG)),
                ProducerConfig.LINGER_MS_CONFIG,
                LINGER_MS,
                // of several, a partition that has no leader yet may take the second and then refuses the first for
                // ever
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1);
        producer = new KafkaProducer<>(properties, new StringSerializer(), values);
    }

    /**
     * Hands an event over to be sent.
     *
     * @throws DemoException when an earlier one could not be sent
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback learns what became of it
    void send(Event event) {
        Exception earlier = failure.get();
        if (earlier != null) {
            throw DemoException.broken("An event could not be sent: " + earlier.getMessage(), earlier);
        }
        String topic = event.fold(login -> Topics.DEFAULTS.logins(), change -> Topics.DEFAULTS.accountChanges());
        long time = event.at().toEpochMilli();
        producer.send(new ProducerRecord<>(topic, null, time, event.accountId(), event.record()), (stored, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
        sent++;
    }

    long sent() {
        return sent;
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
