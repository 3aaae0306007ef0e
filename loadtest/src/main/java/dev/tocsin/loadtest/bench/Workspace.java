package dev.tocsin.loadtest.bench;

import dev.tocsin.loadtest.machine.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A new folder for a broker's data, state and logs, deleted in the end; of a measurement that broke the logs are left. */
final class Workspace implements AutoCloseable {
    private static final String STATE = "state";

    private final Path root;
    private final AtomicInteger logs = new AtomicInteger();

    private final Consumer<String> warnings;
    private final Thread onInterrupt = new Thread(this::abandon, "delete-workspace");
    private boolean isDone;

    private Workspace(Path root, Consumer<String> warnings) {
        this.root = root;
        this.warnings = warnings;
    }

    /** @param parent where the disk is that is to be measured with */
    static Workspace in(Path parent, Consumer<String> warnings) {
        try {
            Files.createDirectories(parent);
            Workspace workspace = new Workspace(Files.createTempDirectory(parent, "tocsin-bench-"), warnings);
            Runtime.getRuntime().addShutdownHook(workspace.onInterrupt);
            return workspace;
        } catch (IOException e) {
            throw new BenchException(parent + " cannot be written to: " + e.getMessage());
        }
    }

    Path root() {
        return root;
    }

    Path broker() {
        return root.resolve("broker");
    }

    Path state(String name) {
        return root.resolve(STATE).resolve(name);
    }

    Path newLog(String name) {
        return root.resolve(logs.incrementAndGet() + "-" + name + ".log");
    }

    static void delete(Path tree) {
        try {
            Trees.delete(tree);
        } catch (IOException e) {
            throw new UncheckedIOException("left behind: " + tree, e);
        }
    }

    static long bytes(Path tree) {
        try (Stream<Path> paths = Files.walk(tree)) {
            return paths.filter(Files::isRegularFile)
                    .mapToLong(path -> path.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing is left of it when it is closed. */
    void done() {
        isDone = true;
    }

    /** Somebody has had enough: what still writes here is ended first. */
    private void abandon() {
        ProcessHandle.current().children().forEach(child -> {
            child.destroyForcibly();
            child.onExit().join();
        });
        delete(root);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException isEnding) {
            return; // the hook is at it
        }
        try {
            if (isDone) {
                delete(root);
            } else {
                delete(broker());
                delete(root.resolve(STATE));
                warnings.accept("logs are left in " + root);
            }
        } catch (UncheckedIOException e) {
            warnings.accept(String.valueOf(e.getMessage()));
        }
    }
}
