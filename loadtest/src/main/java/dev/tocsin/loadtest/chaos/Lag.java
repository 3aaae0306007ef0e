package dev.tocsin.loadtest.chaos;

import dev.tocsin.streams.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How many input records the application has not committed. */
final class Lag implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Admin admin;

    Lag(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /**
     * Returns when everything is committed.
     *
     * @throws ChaosException when it takes longer than that
     */
    void awaitNone(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        long lag = Long.MAX_VALUE;
        while (lag > 0) {
            Long known = now();
            lag = known == null ? Long.MAX_VALUE : known;
            if (lag > 0 && System.nanoTime() > deadline) {
                throw ChaosException.broken(
                        "After " + patience.toSeconds() + " s " + lag + " records were still waiting to be read.",
                        null);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** At this moment; null when nobody can tell. */
    @Nullable
    Long now() throws InterruptedException {
        try {
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    get(admin.listOffsets(partitions()).all());
            Map<TopicPartition, OffsetAndMetadata> committed =
                    get(admin.listConsumerGroupOffsets(Fleet.APPLICATION).partitionsToOffsetAndMetadata());
            long lag = 0;
            for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : ends.entrySet()) {
                OffsetAndMetadata done = committed.get(end.getKey());
                lag += end.getValue().offset() - (done == null ? 0 : done.offset());
            }
            return lag;
        } catch (ExecutionException | TimeoutException e) {
            return null;
        }
    }

    private Map<TopicPartition, OffsetSpec> partitions()
            throws InterruptedException, ExecutionException, TimeoutException {
        List<String> inputs = List.of(Topics.DEFAULTS.logins(), Topics.DEFAULTS.accountChanges());
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        get(admin.describeTopics(inputs).allTopicNames()).forEach((topic, description) -> description
                .partitions()
                .forEach(info -> partitions.put(new TopicPartition(topic, info.partition()), OffsetSpec.latest())));
        return partitions;
    }

    private static <T> T get(KafkaFuture<T> answer) throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
