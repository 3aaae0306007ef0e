package dev.tocsin.loadtest.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A new folder for a broker's data, state and logs, deleted in the end. */
final class Workspace implements AutoCloseable {
    private final Path root;
    private final AtomicInteger logs = new AtomicInteger();

    private Workspace(Path root) {
        this.root = root;
    }

    /** @param parent where the disk is that is to be measured with */
    static Workspace in(Path parent) {
        try {
            Files.createDirectories(parent);
            return new Workspace(Files.createTempDirectory(parent, "tocsin-bench-"));
        } catch (IOException e) {
            throw new BenchException(parent + " cannot be written to: " + e.getMessage());
        }
    }

    Path root() {
        return root;
    }

    Path state(String name) {
        return root.resolve("state").resolve(name);
    }

    Path newLog(String name) {
        return root.resolve(logs.incrementAndGet() + "-" + name + ".log");
    }

    static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
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

    @Override
    public void close() {
        delete(root);
    }
}
