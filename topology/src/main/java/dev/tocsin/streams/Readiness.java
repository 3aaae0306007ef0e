package dev.tocsin.streams;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;

/**
 * Says whether this instance does its work: running, with tasks, and with its lag known.
 *
 * <p>Kafka Streams calls itself RUNNING before it has a single task, so its state alone says little.
 */
public final class Readiness {
    private final KafkaStreams streams;
    private final RegistryGate registry;

    private final Lag lag;

    Readiness(KafkaStreams streams, RegistryGate registry, Lag lag) {
        this.streams = streams;
        this.registry = registry;
        this.lag = lag;
    }

    /** Why the instance is not ready; empty when it is. */
    public Optional<String> trouble() {
        Optional<String> away = registry.trouble().map(reason -> "waiting for the schema registry: " + reason);
        if (away.isPresent()) {
            return away;
        }
        KafkaStreams.State state = streams.state();
        if (state != KafkaStreams.State.RUNNING) {
            return Optional.of("Kafka Streams is " + state + (isRestoring() ? ", restoring state" : ""));
        }
        List<TaskMetadata> tasks = tasks();
        if (tasks.isEmpty()) {
            return Optional.of("no partitions are assigned to this instance yet");
        }
        return lag.of(tasks).isPresent()
                ? Optional.empty()
                : Optional.of("Kafka does not say how far this instance is behind");
    }

    private boolean isRestoring() {
        return streams.allLocalStorePartitionLags().values().stream()
                .flatMap(partitions -> partitions.values().stream())
                .anyMatch(lag -> lag.offsetLag() > 0);
    }

    private List<TaskMetadata> tasks() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .toList();
    }
}
