package dev.tocsin.sandbox;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Lists the broker settings that make one node on a laptop behave like a small, patient cluster. */
final class KafkaSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    /** Partitions of a topic whose creator names no number. */
    private static final String DEFAULT_PARTITIONS = "4";

    private static final String FOREVER = "-1";

    private KafkaSettings() {}

    static Map<String, String> of(Path directory, int port, int controllerPort) {
        Map<String, String> settings = new HashMap<>();
        putNode(settings, directory, port, controllerPort);
        putSingleReplicas(settings);
        putTopics(settings);
        putSmallFootprint(settings);
        return settings;
    }

    private static void putNode(Map<String, String> settings, Path directory, int port, int controllerPort) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", directory.toString());
    }

    private static void putSingleReplicas(Map<String, String> settings) {
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
    }

    private static void putTopics(Map<String, String> settings) {
        settings.put("num.partitions", DEFAULT_PARTITIONS);
        // A mistyped name should fail here as it does in production, not become a topic nobody reads.
        settings.put("auto.create.topics.enable", "false");
        // Replayed events carry last month's timestamps; the usual seven days would delete them within minutes.
        settings.put("log.retention.ms", FOREVER);
        settings.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
    }

    private static void putSmallFootprint(Map<String, String> settings) {
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(2 * 1024 * 1024));
        // Clients share the machine: cleaning a changelog at full speed has a core for a second every 15 seconds.
        settings.put("log.cleaner.io.max.bytes.per.second", Integer.toString(64 * 1024 * 1024));
        // As the kernel sizes it: what Kafka's 100 KiB do not hold is dropped on loopback, and sent again after 200 ms.
        settings.put("socket.receive.buffer.bytes", "-1");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "4");
    }
}
