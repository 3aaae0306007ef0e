package dev.tocsin.loadtest.chaos;

import dev.tocsin.loadtest.machine.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A new directory for what runs keep; what was exact is deleted, the rest stays for whoever wants to know why. */
final class Workspace {
    /** The property that holds the place of this process's log. */
    static final String LOG = "tocsin.chaos.log";

    private static final String LOGBACK = "logback.configurationFile";

    private final Path root;

    private Workspace(Path root) {
        this.root = root;
    }

    /** Also sends all logging of this process there, which works only before the first logger is made. */
    static Workspace create() {
        try {
            Path root = Files.createTempDirectory("tocsin-chaos-");
            System.setProperty(LOG, root.resolve("chaos.log").toString());
            if (System.getProperty(LOGBACK) == null) {
                System.setProperty(LOGBACK, "dev/tocsin/loadtest/chaos/logback.xml");
            }
            return new Workspace(root);
        } catch (IOException e) {
            throw ChaosException.broken("There is no place for the data: " + e.getMessage(), e);
        }
    }

    Path root() {
        return root;
    }

    /** A new directory in it. */
    Path directory(ChaosOptions options) {
        Path directory = root.resolve(
                "seed-" + options.seed() + '-' + options.guarantee().value());
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw ChaosException.broken("There is no place for the data: " + e.getMessage(), e);
        }
    }

    /**
     * Deletes what is in it or below.
     *
     * @throws ChaosException with what is left behind
     */
    static void delete(Path directory) {
        try {
            Trees.delete(directory);
        } catch (IOException e) {
            throw ChaosException.broken("left behind: " + directory + ": " + e.getMessage(), e);
        }
    }
}
