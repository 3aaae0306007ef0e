package dev.tocsin.loadtest.bench;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Two input topics, filled with traffic before anything reads them. */
final class Input {
    private final Cluster cluster;
    private final String name;
    private final Traffic traffic;
    private final Expected expected;
    private final Sample sample;
    private long records;

    /** @param expected is told of the records of accounts that are followed */
    Input(Cluster cluster, String name, long accounts, Expected expected) {
        this.cluster = cluster;
        this.name = name;
        this.traffic = new Traffic(name, accounts);
        this.expected = expected;
        this.sample = Sample.of(accounts);
        cluster.create(TopicNames.logins(name), TopicNames.changes(name));
    }

    String bootstrap() {
        return cluster.bootstrap();
    }

    String name() {
        return name;
    }

    Traffic traffic() {
        return traffic;
    }

    /** Accounts that are followed. */
    Sample sample() {
        return sample;
    }

    /** All that was sent so far. */
    long records() {
        return records;
    }

    /** Somebody else has sent so many of the traffic. */
    void sent(long count) {
        records += count;
    }

    /** Returns when the broker has so many more. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback learns what became of it
    void append(long count) {
        Refusals refusals = new Refusals();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (long i = 0; i < count; i++) {
                ProducerRecord<byte[], byte[]> record = traffic.next();
                producer.send(record, refusals);
                if (sample.follows(record.key())) {
                    expected.add(record);
                }
            }
        }
        refusals.throwIfAny();
        records += count;
        long stored = ends().values().stream().mapToLong(Long::longValue).sum();
        if (stored != records) {
            throw new BenchException("the broker has " + stored + " of " + records + " records of " + name);
        }
    }

    /** Offsets after the last record of each partition. */
    Map<TopicPartition, Long> ends() {
        return cluster.ends(TopicNames.logins(name), TopicNames.changes(name));
    }

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                cluster.bootstrap(),
                "linger.ms",
                20,
                "batch.size",
                128 << 10,
                // else a partition that has no leader yet may take the second batch first, and then never the first
                "max.in.flight.requests.per.connection",
                1);
    }
}
