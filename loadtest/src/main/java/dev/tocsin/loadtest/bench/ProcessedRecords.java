package dev.tocsin.loadtest.bench;

import java.util.List;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;

/** Counts the records that all threads of a Kafka Streams application took in, by its own metrics. */
final class ProcessedRecords {
    private final KafkaStreams streams;
    private List<Metric> counters = List.of();

    ProcessedRecords(KafkaStreams streams) {
        this.streams = streams;
    }

    /**
     * Records since the start.
     *
     * @throws IllegalStateException when the application has stopped by itself
     */
    long count() {
        if (streams.state().hasCompletedShutdown()) {
            throw new IllegalStateException("Kafka Streams is " + streams.state());
        }
        if (counters.isEmpty()) {
            counters = find();
        }
        long sum = 0;
        for (Metric counter : counters) {
            sum += ((Number) counter.metricValue()).longValue();
        }
        return sum;
    }

    private List<Metric> find() {
        return streams.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().group().equals("stream-thread-metrics"))
                .filter(entry -> entry.getKey().name().equals("process-total"))
                .<Metric>map(java.util.Map.Entry::getValue)
                .toList();
    }
}
