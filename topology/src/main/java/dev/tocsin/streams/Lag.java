package dev.tocsin.streams;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.TaskMetadata;
import org.jspecify.annotations.Nullable;

/**
 * How many input records this instance has not yet committed, asked of the broker.
 *
 * <p>Kafka Streams knows the end of a partition only once a record came from it, which for an empty one is never.
 */
final class Lag implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Admin admin;

    Lag(Map<String, Object> client) {
        this.admin = Admin.create(client);
    }

    /** The lag over all partitions of the tasks; empty when the broker does not answer. */
    OptionalLong of(Collection<TaskMetadata> tasks) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        tasks.forEach(task -> committed.putAll(task.committedOffsets()));
        Map<TopicPartition, OffsetSpec> question = new HashMap<>();
        committed.keySet().forEach(partition -> question.put(partition, OffsetSpec.latest()));
        try {
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    admin.listOffsets(question).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return OptionalLong.of(committed.entrySet().stream()
                    .mapToLong(entry -> behind(entry.getValue(), ends.get(entry.getKey())))
                    .sum());
        } catch (ExecutionException | TimeoutException e) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    /** @param committed -1 before the first commit */
    private static long behind(long committed, @Nullable ListOffsetsResultInfo end) {
        return end == null ? 0 : Math.max(0, end.offset() - Math.max(0, committed));
    }

    @Override
    public void close() {
        admin.close(PATIENCE);
    }
}
