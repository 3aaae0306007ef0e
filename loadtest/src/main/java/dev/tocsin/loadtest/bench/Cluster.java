package dev.tocsin.loadtest.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A broker in a process of its own, and what an administrator can ask of it. */
final class Cluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);

    private final ChildProcess process;
    private final String bootstrap;
    private final Admin admin;

    private Cluster(ChildProcess process) {
        this.process = process;
        this.bootstrap = process.answer(PATIENCE);
        this.admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap));
    }

    static Cluster start(Workspace workspace) {
        return new Cluster(ChildProcess.start(
                BrokerMain.class,
                List.of("-Xmx1g"),
                workspace.newLog("broker"),
                workspace.broker().toString()));
    }

    String bootstrap() {
        return bootstrap;
    }

    long pid() {
        return process.pid();
    }

    /** Returns when the topics can be written to; a first batch that comes sooner may hang for minutes. */
    void create(String... topics) {
        get(admin.createTopics(List.of(topics).stream()
                        .map(topic -> new NewTopic(topic, TopicNames.PARTITIONS, (short) 1))
                        .toList())
                .all());
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (!areLed(topics)) {
            if (System.nanoTime() > patience) {
                throw new BenchException("the broker made topics and does not find them: " + List.of(topics));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private boolean areLed(String... topics) {
        try {
            return !ends(topics).isEmpty();
        } catch (BenchException notYet) {
            return false;
        }
    }

    void delete(Collection<String> topics) {
        get(admin.deleteTopics(topics).all());
    }

    /** Offsets after the last record of each partition. */
    Map<TopicPartition, Long> ends(String... topics) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (String topic : topics) {
            for (int i = 0; i < TopicNames.PARTITIONS; i++) {
                wanted.put(new TopicPartition(topic, i), OffsetSpec.latest());
            }
        }
        return get(admin.listOffsets(wanted).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** Where a group would go on reading. */
    Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> found =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        found.forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        return offsets;
    }

    /** Bytes on disk of all partitions of a topic. */
    long bytesOnDisk(String topic) {
        return get(admin.describeLogDirs(List.of(1)).allDescriptions()).values().stream()
                .flatMap(dirs -> dirs.values().stream())
                .flatMap(dir -> dir.replicaInfos().entrySet().stream())
                .filter(replica -> replica.getKey().topic().equals(topic))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
    }

    /** Takes every committed record of a topic, from its beginning to its present end. */
    void readAll(String topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Map<TopicPartition, Long> ends = ends(topic);
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(reader);
            }
        }
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted while waiting for the broker");
        } catch (ExecutionException e) {
            throw new BenchException("the broker answered: " + e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
        process.close();
    }
}
