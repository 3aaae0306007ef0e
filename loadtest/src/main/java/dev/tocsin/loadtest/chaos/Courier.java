package dev.tocsin.loadtest.chaos;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends a script at its pace, and gives nothing up: what was handed over is acknowledged in the end, once. */
final class Courier implements AutoCloseable {
    /** What is sent is never ahead of something unacknowledged by more than this, in event time. */
    private static final long FLUSH_EVERY_MILLIS = Duration.ofMinutes(5).toMillis();

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final KafkaProducer<byte[], byte[]> producer;
    private final Wire wire;
    private final Map<Position, Bad> planted = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private long sent;

    Courier(String bootstrapServers, Wire wire) {
        this.wire = wire;
        int patience = (int) PATIENCE.toMillis();
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.LINGER_MS_CONFIG,
                        2,
                        // Of several in flight a broker may take the second first, before it leads a partition that is
                        // new;
                        // it then refuses the first for ever, because its sequence number comes too late.
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        patience,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        patience,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        500),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** As fast as it goes. */
    void rush(Script script) {
        send(script, 0, () -> {});
    }

    /**
     * So many times as fast as event time passes; an outage makes everything later.
     *
     * @param trouble throws when there is no sense in going on, which tells more than that nothing can be sent
     */
    void stroll(Script script, int speed, Runnable trouble) {
        send(script, speed, trouble);
    }

    private void send(Script script, int speed, Runnable trouble) {
        long flushed = Long.MIN_VALUE;
        Pace pace = new Pace(speed);
        for (Sending next = script.next(); next != null; next = script.next()) {
            long at = next.event().at();
            pace.await(at);
            check(trouble);
            hand(next);
            if (speed > 0 && at >= flushed + FLUSH_EVERY_MILLIS) {
                producer.flush();
                flushed = at;
            }
        }
        producer.flush();
        check(trouble);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback learns what became of it
    private void hand(Sending sending) {
        producer.send(wire.record(sending), (stored, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            } else if (sending.bad() != null) {
                plant(stored, sending.bad());
            }
        });
        sent++;
    }

    private void plant(RecordMetadata stored, Bad bad) {
        if (stored.hasOffset()) {
            planted.put(new Position(stored.topic(), stored.partition(), stored.offset()), bad);
        } else {
            failure.compareAndSet(null, new IllegalStateException("Kafka did not say where a record stands"));
        }
    }

    private void check(Runnable trouble) {
        trouble.run();
        Exception problem = failure.get();
        if (problem != null) {
            throw ChaosException.broken("An event could not be sent: " + problem.getMessage(), problem);
        }
    }

    long sent() {
        return sent;
    }

    /** Where the bad records stand. */
    Map<Position, Bad> planted() {
        return planted;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }

    /** Turns event time into waiting. */
    private static final class Pace {
        private static final long SLIP_NANOS = Duration.ofSeconds(1).toNanos();

        private final int speed;
        private long event;
        private long wall;
        private long latest = Long.MIN_VALUE;

        Pace(int speed) {
            this.speed = speed;
        }

        void await(long at) {
            if (speed == 0 || at < latest) { // what comes out of order comes at once
                return;
            }
            latest = at;
            if (wall == 0) {
                start(at);
            }
            long due = wall + Duration.ofMillis(at - event).toNanos() / speed;
            long now = System.nanoTime();
            if (now - due > SLIP_NANOS) {
                start(at); // what was held up does not come in a burst
            } else if (due > now) {
                LockSupport.parkNanos(due - now);
            }
        }

        private void start(long at) {
            event = at;
            wall = System.nanoTime();
        }
    }
}
