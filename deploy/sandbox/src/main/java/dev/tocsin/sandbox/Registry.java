package dev.tocsin.sandbox;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The schema registry as its clients see it: one URL that stays the same over stops and starts. */
final class Registry {

    private final Path directory;
    private final int port;
    private @Nullable RegistryProxy proxy;
    private @Nullable RegistryProcess process;

    Registry(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Throws {@link PortInUseException} when another process listens on the port. */
    void requirePort() {
        Ports.requireFree(port, "the schema registry", "--port-registry");
    }

    /** Returns when the registry takes requests; does nothing when it runs already. */
    synchronized void start() {
        if (process != null) {
            return;
        }
        requirePort();
        RegistryProxy binding = RegistryProxy.bind(port);
        try {
            RegistryProcess starting = RegistryProcess.start(directory);
            binding.forwardTo(starting.port());
            process = starting;
            proxy = binding;
        } finally {
            if (process == null) {
                binding.stop();
            }
        }
    }

    /** Refuses connections from now on and ends the process; does nothing when it does not run. */
    synchronized void stop() {
        if (proxy != null) {
            proxy.stop();
            proxy = null;
        }
        if (process != null) {
            process.stop();
            process = null;
        }
    }
}
