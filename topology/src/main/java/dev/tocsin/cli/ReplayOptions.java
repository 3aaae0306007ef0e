package dev.tocsin.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the command {@code replay} is told. */
final class ReplayOptions {
    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "The events as lines of JSON, plain or gzip; - for standard input.")
    @Nullable
    String events;

    @Option(
            names = "--topic-from",
            paramLabel = "TIME",
            description = "Instead: what came to the input topics since then, such as 2026-11-01T00:00:00Z.")
    @Nullable
    String topicFrom;

    @Option(names = "--topic-to", paramLabel = "TIME", description = "... and before then. Default: what is there now.")
    @Nullable
    String topicTo;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The detector's configuration, for --topic-from: brokers, registry, topics, databases, grace.")
    @Nullable
    Path config;

    @Option(
            names = "--thresholds",
            paramLabel = "FILE",
            description =
                    "The thresholds in force. Default: with --config each event's own, as published; else the shipped ones.")
    @Nullable
    Path thresholds;

    @Option(names = "--compare", paramLabel = "FILE", description = "Other thresholds: what would they change?")
    @Nullable
    Path compare;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where alerts go, or with --compare the differences, one line of JSON each; - for standard output.")
    @Nullable
    String out;

    @Option(
            names = "--suppressed",
            paramLabel = "FILE",
            description = "Where alerts go that were held back. Default: nowhere.")
    @Nullable
    String suppressed;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Where the comparison goes as a page that can be passed on.")
    @Nullable
    String html;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description =
                    "How much accounts may take of the heap before they go to disk, such as 1g. Default: 25 % of it.")
    @Nullable
    String memory;

    @Option(
            names = "--temp",
            paramLabel = "FOLDER",
            description = "Where accounts go that do not fit in memory. Default: the system's temporary folder.")
    @Nullable
    Path temporary;

    @Mixin
    DatabaseOptions databases = new DatabaseOptions();

    /** Refuses what does not go together. */
    void check() {
        check(events != null || topicFrom != null, "give --events, or --topic-from and --config");
        check(events == null || topicFrom == null, "--events and --topic-from exclude each other; give one");
        check(topicFrom == null || config != null, "--topic-from needs --config, which says where the topics are");
        check(topicFrom != null || topicTo == null, "--topic-to needs --topic-from");
        check(topicFrom != null || config == null, "--config goes with --topic-from; for a file give --thresholds");
        check(
                topicFrom == null || !databases.isAnyGiven(),
                "the databases for --topic-from are those that --config names; leave the options for databases out");
        check(compare != null || out != null, "give --out, where alerts go, or --compare");
        check(
                compare == null || suppressed == null,
                "--suppressed does not go with --compare, which counts what is held");
        check(compare != null || html == null, "--html needs --compare: it shows a comparison");
        checkTimes();
    }

    private void checkTimes() {
        Instant from = topicFrom == null ? null : time("--topic-from", topicFrom);
        Instant to = topicTo == null ? null : time("--topic-to", topicTo);
        check(
                from == null || to == null || from.isBefore(to),
                "--topic-from " + topicFrom + " is not before --topic-to " + topicTo);
    }

    private void check(boolean holds, String sentence) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }

    private static Instant time(String option, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new UserMistake(option + ": expected a time such as 2026-11-01T00:00:00Z, found " + text);
        }
    }
}
