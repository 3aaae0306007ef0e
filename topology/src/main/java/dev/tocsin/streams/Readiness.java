package dev.tocsin.streams;

import dev.tocsin.metrics.Vitals;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
    private final Restoring restoring;

    Readiness(KafkaStreams streams, RegistryGate registry, Lag lag, Restoring restoring) {
        this.streams = streams;
        this.registry = registry;
        this.lag = lag;
        this.restoring = restoring;
    }

    /** Why the instance is not ready; empty when it is. */
    public Optional<String> trouble() {
        List<TaskMetadata> active = activeTasks();
        return hindrance(active)
                .or(() -> lag.of(active).isPresent()
                        ? Optional.empty()
                        : Optional.of("Kafka does not say how far this instance is behind"));
    }

    /** The same as numbers, with what it took to find out; asks the broker once. */
    public Vitals vitals() {
        List<TaskMetadata> active = activeTasks();
        OptionalLong behind = lag.of(active);
        return new Vitals(
                hindrance(active).isEmpty() && behind.isPresent(),
                active.size(),
                standbyTasks(),
                behind,
                restoring.remaining(),
                restoring.standbyBehind());
    }

    private Optional<String> hindrance(List<TaskMetadata> active) {
        Optional<String> away = registry.trouble().map(reason -> "waiting for the schema registry: " + reason);
        if (away.isPresent()) {
            return away;
        }
        KafkaStreams.State state = streams.state();
        if (state != KafkaStreams.State.RUNNING) {
            return Optional.of("Kafka Streams is " + state + (restoring.remaining() > 0 ? ", restoring state" : ""));
        }
        return active.isEmpty() ? Optional.of("no partitions are assigned to this instance yet") : Optional.empty();
    }

    private List<TaskMetadata> activeTasks() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .toList();
    }

    private int standbyTasks() {
        return streams.metadataForLocalThreads().stream()
                .mapToInt(thread -> thread.standbyTasks().size())
                .sum();
    }
}
