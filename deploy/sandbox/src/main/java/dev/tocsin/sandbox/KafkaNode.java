package dev.tocsin.sandbox;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * Runs one Kafka broker and controller in this JVM.
 *
 * <p>The only file that sees Kafka's internal classes ({@code Formatter}, {@code KafkaRaftServer}), which carry no
 * compatibility promise between versions.
 */
final class KafkaNode {

    private final Path directory;
    private final int port;
    private @Nullable KafkaRaftServer server;

    KafkaNode(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Throws {@link PortInUseException} when another process listens on the port. */
    void requirePort() {
        Ports.requireFree(port, "Kafka", "--port-kafka");
    }

    /** Returns when the broker takes requests; does nothing when it runs already. */
    synchronized void start() {
        if (server != null) {
            return;
        }
        requirePort();
        // Nobody but the node itself dials the controller, so its port may differ from start to start.
        Map<String, String> settings = KafkaSettings.of(directory, port, Ports.free());
        try {
            formatOnce();
            server = started(new KafkaConfig(settings, false));
        } catch (Exception e) {
            throw new SandboxException("Kafka did not start: " + e.getMessage(), e);
        }
    }

    /** Stops in order; does nothing when it does not run. */
    synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    private static KafkaRaftServer started(KafkaConfig config) {
        KafkaRaftServer starting = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            starting.startup();
            return starting;
        } catch (RuntimeException e) {
            // What did start must not keep the directory locked.
            starting.shutdown();
            throw e;
        }
    }

    private void formatOnce() throws Exception {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(directory);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(KafkaSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(KafkaSettings.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString())
                .run();
    }
}
