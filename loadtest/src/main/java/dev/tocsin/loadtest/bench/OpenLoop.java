package dev.tocsin.loadtest.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends events at a fixed rate, whatever becomes of them. */
final class OpenLoop {
    /** Parking takes some 50 microseconds more than asked for. */
    private static final long WORTH_PARKING_NANOS = 200_000;

    private final Input input;
    private final long perSecond;

    OpenLoop(Input input, long perSecond) {
        this.input = input;
        this.perSecond = perSecond;
    }

    /** Returns when all were sent. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback learns what became of it
    Schedule send(Duration span) {
        int events = Math.toIntExact(perSecond * span.toSeconds());
        Refusals refusals = new Refusals();
        // No linger: a producer that must not wait.
        Map<String, Object> settings = Map.of("bootstrap.servers", input.bootstrap(), "linger.ms", 0);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            Schedule schedule = new Schedule(System.nanoTime(), perSecond, events);
            for (int i = 0; i < events; i++) {
                ProducerRecord<byte[], byte[]> record = input.traffic().next();
                awaitTime(schedule.dueNanos(i));
                schedule.sent(Schedule.mark(record.key(), record.timestamp()), System.nanoTime());
                producer.send(record, refusals);
            }
            producer.flush();
            refusals.throwIfAny();
            return schedule;
        }
    }

    private static void awaitTime(long due) {
        long left = due - System.nanoTime();
        while (left > 0) {
            if (left > WORTH_PARKING_NANOS) {
                LockSupport.parkNanos(left);
            } else {
                Thread.onSpinWait();
            }
            left = due - System.nanoTime();
        }
    }
}
