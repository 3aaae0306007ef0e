package dev.tocsin.loadtest.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The instances of one application, each with a directory of its own. */
final class Fleet implements AutoCloseable {
    static final String APPLICATION = "tocsin-chaos";

    /** The least that brokers allow; the default of 45 s would make every kill three quarters of a minute's silence. */
    static final int SESSION_TIMEOUT_MILLIS = 6_000;

    private final Path directory;
    private final ChaosOptions options;
    private final Map<String, Object> client;
    private final List<Instance> instances = new ArrayList<>();

    /** @param client how Kafka and the registry are reached */
    Fleet(Path directory, ChaosOptions options, Map<String, Object> client) {
        this.directory = directory;
        this.options = options;
        this.client = client;
        for (int i = 0; i < options.instances(); i++) {
            add().start();
        }
    }

    /** One more, which is not started yet. */
    Instance add() {
        Path home = directory.resolve("instance-" + (instances.size() + 1));
        try {
            Files.createDirectories(home);
            Files.writeString(home.resolve("tocsin.yaml"), config());
        } catch (IOException e) {
            throw ChaosException.broken("An instance has no place to be: " + e.getMessage(), e);
        }
        Instance instance = new Instance(home);
        instances.add(instance);
        return instance;
    }

    private String config() {
        return """
                application-id: %s
                kafka:
                  bootstrap.servers: %s
                  session.timeout.ms: %d
                  heartbeat.interval.ms: %d%s
                schema-registry:
                  url: %s
                guarantee: %s
                state-dir: state
                allow-temporary-state: true
                http:
                  port: 0
                """.formatted(
                        APPLICATION,
                        client.get("bootstrap.servers"),
                        SESSION_TIMEOUT_MILLIS,
                        SESSION_TIMEOUT_MILLIS / 3,
                        options.commitMillis() == null ? "" : "\n  commit.interval.ms: " + options.commitMillis(),
                        client.get("schema.registry.url"),
                        options.guarantee().value());
    }

    /** Those that are meant to run always. */
    Instance permanent(int number) {
        return instances.get(number % options.instances());
    }

    List<Instance> all() {
        return List.copyOf(instances);
    }

    /** Processes that kill -9 ended. */
    int kills() {
        return instances.stream().mapToInt(Instance::kills).sum();
    }

    /** Processes that a supervisor started after the first of each stay. */
    int startedAgain() {
        return instances.stream().mapToInt(Instance::startedAgain).sum();
    }

    /** Of these, those whose predecessor ended by itself. */
    int endedThemselves() {
        return instances.stream().mapToInt(Instance::endedThemselves).sum();
    }

    /** Ends all in order, so that nothing more is said; once or again. */
    @Override
    public void close() {
        for (Instance instance : instances) {
            try {
                instance.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
