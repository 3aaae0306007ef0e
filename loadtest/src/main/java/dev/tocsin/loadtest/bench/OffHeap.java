package dev.tocsin.loadtest.bench;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;

/**
 * What RocksDB holds outside the heap, by its own count, in bytes.
 *
 * @param cache blocks that were read; caches of the same size are taken for one that is shared
 * @param memtables what was written and is not on disk yet
 * @param readers indexes and filters that are not in the cache
 */
record OffHeap(long cache, long memtables, long readers) {
    static final OffHeap NONE = new OffHeap(0, 0, 0);

    static OffHeap of(KafkaStreams streams) {
        Set<Long> caches = Set.copyOf(values(streams, "block-cache-usage"));
        return new OffHeap(
                caches.stream().mapToLong(Long::longValue).sum(),
                sum(values(streams, "size-all-mem-tables")),
                sum(values(streams, "estimate-table-readers-mem")));
    }

    private static long sum(Collection<Long> values) {
        return values.stream().mapToLong(Long::longValue).sum();
    }

    private static Collection<Long> values(KafkaStreams streams, String name) {
        return streams.metrics().values().stream()
                .filter(metric -> metric.metricName().group().equals("stream-state-metrics"))
                .filter(metric -> metric.metricName().name().equals(name))
                .map(Metric::metricValue)
                .map(value -> ((Number) value).longValue())
                .collect(Collectors.toList());
    }

    long all() {
        return cache + memtables + readers;
    }
}
