package dev.tocsin.cli;

import dev.tocsin.config.AppConfig;
import dev.tocsin.thresholds.Thresholds;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line: what each command is called and takes. */
@Command(
        name = "tocsin",
        description = "Raises an alert the moment an account behaves like one that is being taken over.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all went well",
            "1:something failed, or some events could not be read",
            "2:the command, a file or a setting is wrong"
        })
public final class TocsinCommand {
    private final Runner runner;
    private final Terminal terminal;

    private TocsinCommand(Runner runner, Terminal terminal) {
        this.runner = runner;
        this.terminal = terminal;
    }

    /** Executes a command and returns the exit code; nothing is thrown. */
    public static int execute(Runner runner, Terminal terminal, String... arguments) {
        return new CommandLine(new TocsinCommand(runner, terminal))
                .addSubcommand(new ThresholdsCommand(terminal))
                .addSubcommand(new ExplainCommand(terminal))
                .addSubcommand(new RedriveCommand(terminal))
                .setOut(terminal.words())
                .setErr(terminal.err())
                .setParameterExceptionHandler(Failures::wrongArguments)
                .setExecutionExceptionHandler(Failures::failed)
                .execute(arguments);
    }

    @Command(name = "run", description = "Runs the detector against real brokers, until it is told to stop.")
    int run(
            @Option(
                            names = "--config",
                            required = true,
                            paramLabel = "FILE",
                            description = "The configuration; TOCSIN_* environment variables override it.")
                    Path config,
            @Option(names = "--create-topics", description = "Create the topics that are missing.")
                    boolean createTopics)
            throws Exception {
        AppConfig settings = AppConfig.read(config, terminal.environment());
        return runner.run(settings, thresholds(settings.thresholds()), createTopics);
    }

    @Command(
            name = "replay",
            description = {
                "Runs the detector over recorded events: a file, or what is still in",
                "the topics. With --compare, tells what other thresholds would change.",
                "",
                "Each line of a file is one event as JSON, with the contract's field",
                "names and a field \"type\" that is \"login\" or \"change\". The order of",
                "the lines is the order of arrival.",
                ""
            })
    int replay(@Mixin ReplayOptions options) {
        return new ReplayCommand(terminal, options).run();
    }

    /** @param file null for the shipped ones */
    static Thresholds thresholds(@Nullable Path file) {
        return file == null ? Thresholds.defaults() : Thresholds.read(file);
    }
}
