package dev.tocsin.replay;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.codec.Admission;
import dev.tocsin.codec.EventDecoder;
import dev.tocsin.codec.InvalidEventException;
import dev.tocsin.serde.RegistryUnavailableException;
import dev.tocsin.serde.SchemaRegistry;
import dev.tocsin.serde.UndecodableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * What is still in the input topics: all partitions of both, merged by the records' timestamps, which is how the detector
 * comes by them as near as can be told.
 *
 * <p>Read by a consumer of no group, which commits nothing: nobody can tell from the broker that it was there.
 */
public final class TopicRecording implements Recording {
    private static final int BATCH_RECORDS = 1 << 11;
    private static final int BATCH_BYTES = 16 << 20;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Comparator<Lane> BY_TIME = Comparator.comparingLong(Lane::timestamp)
            .thenComparing(lane -> lane.partition().topic())
            .thenComparing(lane -> lane.partition().partition());

    private final String name;
    private final SchemaRegistry registry;
    private final Consumer<byte[], byte[]> consumer;
    private final Admission admission;
    private final Map<TopicPartition, Lane> lanes = new HashMap<>();
    private final PriorityQueue<Lane> ready = new PriorityQueue<>(BY_TIME);
    private Position position;

    TopicRecording(
            String name,
            SchemaRegistry registry,
            Consumer<byte[], byte[]> consumer,
            Admission admission,
            List<Lane> lanes) {
        this.name = name;
        this.registry = registry;
        this.consumer = consumer;
        this.admission = admission;
        lanes.forEach(lane -> this.lanes.put(lane.partition(), lane));
        this.position = positionNow();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String itemsCalled() {
        return "records";
    }

    @Override
    public List<Item> next() {
        List<Item> batch = new ArrayList<>(BATCH_RECORDS);
        long bytes = 0;
        try {
            if (ready.isEmpty()) {
                await();
            }
            while (batch.size() < BATCH_RECORDS && bytes < BATCH_BYTES && !ready.isEmpty()) {
                Lane lane = ready.remove();
                ConsumerRecord<byte[], byte[]> record = lane.take();
                batch.add(new Delivered(record, lane.decoder(), admission));
                bytes += Math.max(0, record.serializedValueSize());
                if (lane.isEmpty()) {
                    await();
                } else {
                    ready.add(lane);
                }
            }
        } catch (KafkaException e) {
            throw new ReplayException("Kafka cannot be read on: " + e.getMessage(), e);
        }
        position = positionNow();
        return batch;
    }

    /** Returns when every partition has shown its next record, or has none. */
    private void await() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (lanes.values().stream().anyMatch(Lane::isWaiting)) {
            long before = positionOfAll();
            poll();
            if (positionOfAll() > before) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new ReplayException("Kafka sent nothing for " + PATIENCE.toSeconds()
                        + " s, though there is more to read. Are all its brokers up?");
            }
        }
        ready.clear();
        lanes.values().stream().filter(lane -> !lane.isEmpty()).forEach(ready::add);
    }

    private long positionOfAll() {
        return lanes.keySet().stream().mapToLong(consumer::position).sum();
    }

    private void poll() {
        List<TopicPartition> held = new ArrayList<>();
        List<TopicPartition> wanted = new ArrayList<>();
        lanes.values().forEach(lane -> (lane.isFull() || lane.isReadThrough() ? held : wanted).add(lane.partition()));
        consumer.pause(held);
        consumer.resume(wanted);
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            lane(record).add(record);
        }
        lanes.values().forEach(lane -> lane.readUpTo(consumer.position(lane.partition())));
    }

    private Lane lane(ConsumerRecord<?, ?> record) {
        Lane lane = lanes.get(new TopicPartition(record.topic(), record.partition()));
        if (lane == null) {
            throw new IllegalStateException("nobody asked for " + record.topic() + '-' + record.partition());
        }
        return lane;
    }

    private Position positionNow() {
        return new Position(
                lanes.values().stream().mapToLong(Lane::taken).sum(),
                lanes.values().stream().mapToLong(Lane::length).sum());
    }

    @Override
    public Position position() {
        return position;
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(5)));
        registry.close();
    }

    private record Delivered(ConsumerRecord<byte[], byte[]> record, EventDecoder decoder, Admission admission)
            implements Item {
        @Override
        public AccountEvent event() {
            try {
                return admission.check(decoder.decode(record.value()), record.key(), record.timestamp());
            } catch (UndecodableException e) {
                throw new InvalidEventException(e.reason().label(), String.valueOf(e.getMessage()));
            } catch (RegistryUnavailableException e) {
                throw new ReplayException("the schema registry cannot be asked: " + e.getMessage(), e);
            }
        }

        @Override
        public String place() {
            return record.topic() + '-' + record.partition() + " at offset " + record.offset();
        }
    }
}
