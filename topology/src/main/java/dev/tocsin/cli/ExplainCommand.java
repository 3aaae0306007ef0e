package dev.tocsin.cli;

import dev.tocsin.explain.Report;
import dev.tocsin.explain.ReportJson;
import dev.tocsin.explain.ReportText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Explains an event: the command {@code explain}, from its arguments to its exit code. */
@Command(
        name = "explain",
        description = {
            "Tells why an event of an account was judged as it was: what each",
            "detector saw beside its thresholds, and what silenced it.",
            "",
            "Asks a running detector, or judges the events of a file anew. A",
            "detector remembers the events of the last hour (the grace) and",
            "the last alerts; a file can explain any event that it holds.",
            ""
        })
final class ExplainCommand implements Callable<Integer> {
    static final String DEFAULT_URL = "http://127.0.0.1:8080";

    private final Terminal terminal;

    @Option(names = "--account", required = true, paramLabel = "ID", description = "The account.")
    private String account = "";

    @Option(names = "--event", paramLabel = "ID", description = "Its event. Default: the newest; in a file, the last.")
    private @Nullable String event;

    @ArgGroup
    private @Nullable Where where;

    @Option(
            names = "--thresholds",
            paramLabel = "FILE",
            description = "With --events. Default: the shipped thresholds.")
    private @Nullable Path thresholds;

    @Mixin
    private final DatabaseOptions databases = new DatabaseOptions();

    @Mixin
    private final Credentials credentials = new Credentials();

    @Option(names = "--json", description = "Print one line of JSON, as the detector answers over HTTP.")
    private boolean json;

    /** One of two places to look at. */
    static final class Where {
        @Option(
                names = "--url",
                required = true,
                paramLabel = "URL",
                description = {"Any instance of a running detector. Default:", DEFAULT_URL})
        private @Nullable String url;

        @Option(
                names = "--events",
                required = true,
                paramLabel = "FILE",
                description = "A file of events as replay reads it; - for standard input.")
        private @Nullable String events;
    }

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String file = where == null ? null : where.events;
        return file == null ? fromInstance() : fromFile(file);
    }

    private int fromInstance() {
        if (thresholds != null || databases.isAnyGiven()) {
            throw new UserMistake(
                    "--thresholds and databases go with --events: a running detector explains by its own");
        }
        String url = where == null || where.url == null ? DEFAULT_URL : where.url;
        print(RunningInstance.at(url, credentials, terminal.environment()).explain(account, event));
        return ExitCode.OK;
    }

    private int fromFile(String file) {
        if (credentials.isAnyGiven()) {
            throw new UserMistake("--token-file, --ca, --certificate and --key go with --url: a file asks nobody");
        }
        AccountHistory history = new AccountHistory(
                account, event, TocsinCommand.thresholds(thresholds).ruleBook());
        long badLines = new AccountFile(terminal, databases.events(), account).readInto(history, file);
        print(history.report(file));
        return badLines == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void print(Report report) {
        PrintWriter out = terminal.words();
        out.print(json ? ReportJson.write(report) + System.lineSeparator() : ReportText.of(report));
        out.flush();
    }
}
