package dev.tocsin.loadtest.bench;

import dev.tocsin.streams.StreamsOptions;
import java.time.Duration;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** A topology run by Kafka Streams, with the detector's settings. */
final class StreamsSubject implements Subject {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaStreams streams;
    private final ProcessedRecords processed;

    StreamsSubject(Topology topology, StreamsOptions options) {
        streams = new KafkaStreams(topology, options.streamsProperties());
        processed = new ProcessedRecords(streams);
    }

    @Override
    public void start() {
        streams.setUncaughtExceptionHandler(error -> {
            error.printStackTrace(System.err);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
    }

    @Override
    public long processed() {
        return processed.count();
    }

    @Override
    public OffHeap offHeap() {
        return OffHeap.of(streams);
    }

    @Override
    public void close() {
        boolean done =
                streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                        .withTimeout(PATIENCE));
        if (!done) {
            throw new IllegalStateException("not everything stopped within " + PATIENCE.toSeconds() + " s");
        }
    }
}
