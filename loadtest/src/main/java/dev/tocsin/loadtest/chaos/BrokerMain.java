package dev.tocsin.loadtest.chaos;

import dev.tocsin.sandbox.Sandbox;
import dev.tocsin.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Kafka and a schema registry in a process of their own, on a leash.
 *
 * <p>Takes a data directory, Kafka's port and the registry's, and a file into which it writes where they are once they take
 * requests. The lines {@value #TAKE_REGISTRY} and {@value #GIVE_REGISTRY} take the registry away and bring it back.
 */
final class BrokerMain {
    static final String TAKE_REGISTRY = "take-registry";
    static final String GIVE_REGISTRY = "give-registry";

    private BrokerMain() {}

    public static void main(String[] arguments) {
        SandboxOptions options = SandboxOptions.keptIn(Path.of(arguments[0]))
                .withPorts(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Sandbox sandbox = Sandbox.start(options);
        Leash.fasten(line -> obey(sandbox, line));
        announce(Path.of(arguments[3]), sandbox.bootstrapServers() + '\n' + sandbox.registryUrl());
    }

    private static void obey(Sandbox sandbox, String line) {
        switch (line) {
            case TAKE_REGISTRY -> sandbox.stopRegistry();
            case GIVE_REGISTRY -> sandbox.startRegistry();
            default -> throw new IllegalArgumentException(line);
        }
    }

    /** Whole or not at all. */
    private static void announce(Path file, String text) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".draft");
            Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
