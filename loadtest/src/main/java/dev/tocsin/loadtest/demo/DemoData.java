package dev.tocsin.loadtest.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new directory for what one demo keeps while it runs; the log is in it too. */
final class DemoData {
    private static final String LOGBACK = "logback.configurationFile";

    private final Path root;

    private DemoData(Path root) {
        this.root = root;
    }

    /** Also sends all logging there, which works only before the first logger is made. */
    static DemoData create() {
        try {
            DemoData data = new DemoData(Files.createTempDirectory("tocsin-demo-"));
            System.setProperty("tocsin.demo.log", data.log().toString());
            if (System.getProperty(LOGBACK) == null) {
                System.setProperty(LOGBACK, "dev/tocsin/loadtest/demo/logback.xml");
            }
            return data;
        } catch (IOException e) {
            throw DemoException.broken("The demo cannot keep its data: " + e.getMessage(), e);
        }
    }

    Path sandbox() {
        return root.resolve("sandbox");
    }

    Path streams() {
        return root.resolve("streams");
    }

    Path log() {
        return root.resolve("demo.log");
    }

    /**
     * Deletes everything.
     *
     * @throws UncheckedIOException when something is left behind, with where
     */
    void delete() {
        try (Stream<Path> tree = Files.walk(root)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("left behind: " + root, e);
        }
    }
}
