package dev.tocsin.loadtest.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends events at a fixed rate, whatever becomes of them. */
final class OpenLoop {
    private static final long WAKE_NANOS = 1_000_000;

    private final Input input;
    private final long perSecond;

    OpenLoop(Input input, long perSecond) {
        this.input = input;
        this.perSecond = perSecond;
    }

    /** Returns when all were sent. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback learns what became of it
    Schedule send(Duration span) {
        int events = Math.toIntExact(perSecond * span.toMillis() / 1_000);
        Refusals refusals = new Refusals();
        // As a producer is by default: a linger of 5 ms, which is part of what is measured.
        Map<String, Object> settings = Map.of("bootstrap.servers", input.bootstrap());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            Schedule schedule = new Schedule(System.nanoTime(), perSecond, events);
            for (int i = 0; i < events; i++) {
                ProducerRecord<byte[], byte[]> record = input.traffic().next();
                awaitTime(schedule.dueNanos(i));
                schedule.sent(System.nanoTime());
                producer.send(record, refusals);
            }
            producer.flush();
            input.sent(events);
            refusals.throwIfAny();
            return schedule;
        }
    }

    /** Does not spin, which would take one of few cores: what has become due meanwhile is sent at once, and counts as late. */
    private static void awaitTime(long due) {
        while (due - System.nanoTime() > 0) {
            LockSupport.parkNanos(WAKE_NANOS);
        }
    }
}
