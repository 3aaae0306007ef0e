package dev.tocsin.loadtest.chaos;

import dev.tocsin.streams.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics as an operator makes them; the detector makes the one for thresholds. */
final class Stage {
    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Stage() {}

    static void createTopics(String bootstrapServers) throws InterruptedException {
        Topics names = Topics.DEFAULTS;
        List<NewTopic> topics = List.of(
                        names.logins(), names.accountChanges(), names.alerts(), names.suppressed(), names.deadLetters())
                .stream()
                .map(name -> new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(topics).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw ChaosException.broken("The topics could not be created: " + e.getMessage(), e);
        }
    }
}
