package dev.tocsin.loadtest.bench;

import dev.tocsin.event.Alert;
import dev.tocsin.event.AlertStatus;
import dev.tocsin.serde.AvroDecoder;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;

/**
 * Holds what a variant wrote against what it must have written; a fast variant that loses records is no fast variant.
 *
 * @param cluster where everything is
 */
record Audit(Cluster cluster) {
    /** Every record of the input must be committed by the group. */
    void committed(String application, Input input) {
        Map<TopicPartition, Long> ends = input.ends();
        Map<TopicPartition, Long> committed = cluster.committed(application);
        ends.forEach((partition, end) -> {
            // A partition that never had a record has no committed offset.
            long offset = committed.getOrDefault(partition, 0L);
            require(offset == end, application + " committed " + offset + " of " + end + " of " + partition);
        });
    }

    /** As many records as went in must have come out. */
    void copied(String application, Input input) {
        long copies = count(TopicNames.output(application));
        require(copies == input.records(), application + " copied " + copies + " of " + input.records() + " records");
    }

    /** The records at every hundredth offset. */
    void sampled(String application, Input input) {
        long expected = input.ends().values().stream()
                .mapToLong(end -> (end + GetPut.ONE_IN - 1) / GetPut.ONE_IN)
                .sum();
        long found = count(TopicNames.output(application));
        require(found == expected, application + " sent out " + found + " of " + expected + " records");
    }

    /** Of accounts that are followed, as many findings as plain collections make. */
    void found(String application, Input input, NewcomerOracle oracle) {
        AtomicLong count = new AtomicLong();
        cluster.readAll(
                TopicNames.output(application),
                record -> count.addAndGet(input.sample().follows(record.key()) ? 1 : 0));
        long found = count.get();
        require(found == oracle.findings(), application + " found " + found + " of " + oracle.findings());
    }

    /**
     * Of accounts that are followed, the oracle's alerts; and no dead letter.
     *
     * @param tolerated how many of a thousand alerts may be lost or invented
     */
    void alerts(String application, Input input, Oracle oracle, int tolerated) {
        AvroDecoder<Alert> decoder = new AvroDecoder<>(Schemas.registry(), Alert.class);
        Set<String> standing = new HashSet<>();
        cluster.readAll(TopicNames.output(application), record -> {
            if (!input.sample().follows(record.key())) {
                return;
            }
            Alert alert = decoder.decode(record.value());
            if (alert.getStatus() == AlertStatus.RAISED) {
                standing.add(alert.getAlertId());
            } else {
                standing.remove(alert.getAlertId());
            }
        });
        same(application, oracle.standing(), standing, tolerated);
        long letters = count(application + "-dead-letters");
        require(letters == 0, application + " wrote " + letters + " dead letters");
    }

    static void same(String application, Set<String> expected, Set<String> found, int tolerated) {
        Set<String> lost = new HashSet<>(expected);
        lost.removeAll(found);
        Set<String> invented = new HashSet<>(found);
        invented.removeAll(expected);
        require(
                (lost.size() + invented.size()) * 1_000L <= (long) tolerated * expected.size(),
                application + " lost " + lost.size() + " and invented " + invented.size() + " of " + expected.size()
                        + " alerts");
    }

    private long count(String topic) {
        AtomicLong count = new AtomicLong();
        cluster.readAll(topic, record -> count.incrementAndGet());
        return count.get();
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new BenchException("The count is wrong, so the figures mean nothing: " + fault + ".");
        }
    }
}
