package dev.tocsin.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Says where a sandbox keeps its data and which loopback ports it listens on.
 *
 * @param dataDirectory created when missing; files in it that are not the sandbox's are left alone
 * @param kafkaPort 0 for any free port, which then stays the same until the sandbox is closed
 * @param registryPort 0 for any free port, which then stays the same until the sandbox is closed
 * @param withRegistry false starts Kafka only, which is ready some seconds earlier
 * @param emptiedOnStart whether what earlier sandboxes kept in the directory is deleted first
 * @param deletedOnClose whether the whole data directory is deleted in the end
 */
public record SandboxOptions(
        Path dataDirectory,
        int kafkaPort,
        int registryPort,
        boolean withRegistry,
        boolean emptiedOnStart,
        boolean deletedOnClose) {

    /** The ports a newcomer's clients try first. */
    public static final int DEFAULT_KAFKA_PORT = 9092;

    public static final int DEFAULT_REGISTRY_PORT = 8081;

    private static final int HIGHEST_PORT = 65_535;

    public SandboxOptions {
        requirePort(kafkaPort);
        requirePort(registryPort);
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
    }

    /** Free ports, and a new directory that is deleted on close: for tests. */
    public static SandboxOptions temporary() {
        try {
            return new SandboxOptions(Files.createTempDirectory("tocsin-sandbox-"), 0, 0, true, false, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The default ports, and data that stays. */
    public static SandboxOptions keptIn(Path dataDirectory) {
        return new SandboxOptions(dataDirectory, DEFAULT_KAFKA_PORT, DEFAULT_REGISTRY_PORT, true, false, false);
    }

    /** The same with other ports; 0 for any free one. */
    public SandboxOptions withPorts(int kafka, int registry) {
        return new SandboxOptions(dataDirectory, kafka, registry, withRegistry, emptiedOnStart, deletedOnClose);
    }

    /** The same without a schema registry. */
    public SandboxOptions withoutRegistry() {
        return new SandboxOptions(dataDirectory, kafkaPort, registryPort, false, emptiedOnStart, deletedOnClose);
    }

    /** The same, starting from nothing. */
    public SandboxOptions emptied() {
        return new SandboxOptions(dataDirectory, kafkaPort, registryPort, withRegistry, true, deletedOnClose);
    }

    private static void requirePort(int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new SandboxException(
                    "A port is a number from 1 to 65535, or 0 for any free one; it was " + port + ".");
        }
    }
}
