package dev.tocsin.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.config.AppConfig;
import dev.tocsin.publishing.ThresholdsPublisher;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.ThresholdsSchema;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands about thresholds: what each is called and takes. */
@Command(
        name = "thresholds",
        description = "Looks at thresholds, checks them, and publishes them to running detectors.",
        synopsisSubcommandLabel = "COMMAND")
final class ThresholdsCommand {
    private final Terminal terminal;
    private final PrintWriter out;

    ThresholdsCommand(Terminal terminal) {
        this.terminal = terminal;
        this.out = terminal.words();
    }

    @Command(name = "validate", description = "Checks a document and tells every fault of it.")
    int validate(@Parameters(paramLabel = "FILE", description = "The document.") Path file) {
        Thresholds thresholds = Thresholds.read(file);
        Instant now = Instant.now();
        thresholds.refuseExpired(file.toString(), now);
        new Summary(out).print(file.toString(), thresholds, now);
        return ExitCode.OK;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = false, // its --version is another
            description = {
                "Prints a document as it was written, to be edited and published again.",
                "",
                "With --config the one in force, with --version too the one published so;",
                "with a file that file; else the one that is shipped.",
                ""
            })
    int show(
            @Parameters(paramLabel = "FILE", arity = "0..1", description = "A document to check and print.") @Nullable
                    Path file,
            @Option(names = "--config", paramLabel = "FILE", description = "The detector's configuration.") @Nullable
                    Path config,
            @Option(names = "--version", paramLabel = "V", description = "The version to print; needs --config.")
                    @Nullable
                    String version,
            @Option(
                            names = {"-h", "--help"},
                            usageHelp = true,
                            description = "Show this help message and exit.")
                    boolean help) {
        if (file != null && config != null) {
            throw new UserMistake("give a file or --config, not both");
        }
        if (version != null && config == null) {
            throw new UserMistake("--version needs --config, which says where versions are published");
        }
        Thresholds shown = file != null
                ? Thresholds.read(file)
                : config == null ? Thresholds.defaults() : new InForce(source(config), terminal.err()).find(version);
        Raw.print(terminal.out(), shown.text());
        return ExitCode.OK;
    }

    @Command(
            name = "schema",
            description = "Prints the JSON Schema of documents, by which editors complete and check them.")
    int schema() throws JsonProcessingException {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Raw.print(terminal.out(), mapper.writeValueAsString(ThresholdsSchema.schema()) + '\n');
        return ExitCode.OK;
    }

    @Command(
            name = "diff",
            description = {
                "Tells what is different between two documents, path by path.",
                "",
                "A document is a file, \"shipped\", or with --config \"published\" for the",
                "newest published one or \"published:V\" for version V.",
                ""
            })
    int diff(
            @Parameters(index = "0", paramLabel = "BEFORE", description = "A document.") String before,
            @Parameters(index = "1", paramLabel = "AFTER", description = "Another.") String after,
            @Option(names = "--config", paramLabel = "FILE", description = "The detector's configuration.") @Nullable
                    Path config) {
        DocumentNames names = new DocumentNames(config == null ? null : source(config));
        new Summary(out).differences(names.find(before), names.find(after));
        return ExitCode.OK;
    }

    @Command(
            name = "publish",
            description = {
                "Puts a document in force on every running detector, without a restart.",
                "",
                "Tells what changes and from when on, and returns when the document is",
                "published: within seconds, or at its effective_from, it is in force.",
                ""
            })
    int publish(
            @Parameters(paramLabel = "FILE", description = "The document, with a version of its own.") Path file,
            @ArgGroup(exclusive = false, multiplicity = "1") PublishOptions options,
            @Option(
                            names = "--based-on",
                            paramLabel = "V",
                            description = "Publish only if V, which you edited, is still the newest version.")
                    @Nullable
                    String basedOn,
            @Option(names = "--create-topic", description = "Create the topic if it is not there.")
                    boolean createTopic) {
        Thresholds document = Thresholds.read(file);
        Instant now = Instant.now();
        document.refuseExpired(file.toString(), now);
        Freshness.check(document, now);
        ConfiguredTopic source = source(options.config());
        if (createTopic && !options.dryRun()) {
            ThresholdsPublisher.createTopic(source.topic());
        }
        try (ThresholdsPublisher publisher = source.open()) {
            new Publishing(out, publisher, source.base(), options).publish(document, basedOn);
        }
        return ExitCode.OK;
    }

    @Command(name = "history", description = "Lists the published versions, and the documents that were refused.")
    int history(
            @Option(
                            names = "--config",
                            required = true,
                            paramLabel = "FILE",
                            description = "The detector's configuration.")
                    Path config) {
        ConfiguredTopic source = source(config);
        try (ThresholdsPublisher publisher = source.open()) {
            new History(out, publisher.log(), Instant.now()).print(source.base());
        }
        return ExitCode.OK;
    }

    @Command(
            name = "rollback",
            description = {
                "Publishes an earlier document again, under a new version.",
                "",
                "Its lines version and effective_from are changed, so that it is in force",
                "at once; everything else stays as it was, comments too.",
                ""
            })
    int rollback(
            @ArgGroup(exclusive = false, multiplicity = "1") PublishOptions options,
            @Option(
                            names = "--to",
                            paramLabel = "V",
                            description =
                                    "The version to go back to, or \"shipped\". Default: the one before the newest.")
                    @Nullable
                    String to,
            @Option(names = "--as", paramLabel = "NAME", description = "The new version. Default: V-again.") @Nullable
                    String as) {
        ConfiguredTopic source = source(options.config());
        try (ThresholdsPublisher publisher = source.open()) {
            Thresholds document = new Rollback(publisher.log()).document(to, as);
            new Publishing(out, publisher, source.base(), options).publish(document, null);
        }
        return ExitCode.OK;
    }

    private ConfiguredTopic source(Path config) {
        return ConfiguredTopic.of(AppConfig.read(config, terminal.environment()));
    }
}
