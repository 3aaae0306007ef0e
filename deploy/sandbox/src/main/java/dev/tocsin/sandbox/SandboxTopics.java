package dev.tocsin.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates the topics that a newcomer would otherwise have to create before the first event. */
final class SandboxTopics {

    /** The same for logins and account changes, because the detector joins them partition by partition. */
    static final int PARTITIONS = 4;

    static final List<String> NAMES = List.of(
            "tocsin.logins", "tocsin.account-changes", "tocsin.alerts", "tocsin.suppressed", "tocsin.dead-letters");

    private SandboxTopics() {}

    /** Leaves topics that exist as they are. */
    static void createMissing(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get();
            admin.createTopics(NAMES.stream()
                            .filter(name -> !existing.contains(name))
                            .map(name -> new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new SandboxException("The topics could not be created: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("Interrupted while creating topics.", e);
        }
    }
}
