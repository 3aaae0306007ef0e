package dev.tocsin.loadtest.bench;

import dev.tocsin.sandbox.Sandbox;
import dev.tocsin.sandbox.SandboxOptions;
import java.nio.file.Path;

/** The broker's process: takes a folder for its data, tells its address, and stops when its parent lets go. */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) {
        SandboxOptions options = new SandboxOptions(Path.of(arguments[0]), 0, 0, false, true, false);
        try (Sandbox sandbox = Sandbox.start(options)) {
            Parent.tell(sandbox.bootstrapServers());
            Parent.awaitEnd(() -> {});
        }
        System.exit(0);
    }
}
