package dev.tocsin.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Creates the topics that a newcomer would otherwise have to create before the first event. */
final class SandboxTopics {

    /** The same for logins and account changes, because the detector joins them partition by partition. */
    static final int PARTITIONS = 4;

    static final List<String> NAMES = List.of(
            "tocsin.logins", "tocsin.account-changes", "tocsin.alerts", "tocsin.suppressed", "tocsin.dead-letters");

    static final String THRESHOLDS = "tocsin.thresholds";

    /** Its records' order is the truth about what is in force, and they are kept: as the detector would create it. */
    private static final NewTopic THRESHOLDS_TOPIC = new NewTopic(THRESHOLDS, Optional.of(1), Optional.empty())
            .configs(Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                    Long.toString(Long.MAX_VALUE),
                    TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    "LogAppendTime",
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(2 << 20)));

    private SandboxTopics() {}

    private static Stream<NewTopic> all() {
        return Stream.concat(
                NAMES.stream().map(name -> new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())),
                Stream.of(THRESHOLDS_TOPIC));
    }

    /** Leaves topics that exist as they are. */
    static void createMissing(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get();
            admin.createTopics(all().filter(topic -> !existing.contains(topic.name()))
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
