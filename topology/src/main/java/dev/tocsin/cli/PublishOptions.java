package dev.tocsin.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that publish. */
final class PublishOptions {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The detector's configuration.")
    private @Nullable Path config;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who publishes, for the history. Default: the user of this process.")
    private String by = System.getProperty("user.name", "");

    @Option(names = "--comment", paramLabel = "TEXT", description = "Why, for the history.")
    private String comment = "";

    @Option(names = "--dry-run", description = "Tell what would change, and publish nothing.")
    private boolean dryRun;

    Path config() {
        return Objects.requireNonNull(config);
    }

    String by() {
        return by;
    }

    String comment() {
        return comment;
    }

    boolean dryRun() {
        return dryRun;
    }
}
