package dev.tocsin.cli;

import dev.tocsin.codec.Enrichment;
import dev.tocsin.codec.EventReader;
import dev.tocsin.config.AppConfig;
import dev.tocsin.enrich.AddressDatabases;
import dev.tocsin.enrich.AgentFamily;
import dev.tocsin.redrive.Corrections;
import dev.tocsin.redrive.Redrive;
import dev.tocsin.redrive.Report;
import dev.tocsin.redrive.Selection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** The command {@code redrive}, from its arguments to its exit code. */
@Command(
        name = "redrive",
        description = {
            "Puts dead letters back into the topics that they came from: those that",
            "the detector can read by now, and those that you correct. Each is sent",
            "once, however often you run it; what cannot be read stays and is told.",
            ""
        })
final class RedriveCommand implements Callable<Integer> {
    private static final Pattern OFFSETS = Pattern.compile("(\\d{1,6}):(\\d{1,18})(?:-(\\d{1,18}))?");

    private final Terminal terminal;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The detector's configuration.")
    private @Nullable Path config;

    @Option(names = "--dry-run", description = "Tell what would be sent, and send nothing.")
    private boolean dryRun;

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            description = "Only letters with this reason, such as unknown-schema-id. May be repeated.")
    private Set<String> reasons = Set.of();

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Only letters of this input topic. May be repeated.")
    private Set<String> topics = Set.of();

    @Option(names = "--from", paramLabel = "TIME", description = "Only letters of then or later, by their timestamps.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "... and before then.")
    private @Nullable String to;

    @Option(
            names = "--offsets",
            paramLabel = "P:A[-B]",
            description = "Only these offsets of partition P of the dead-letter topic. May be repeated.")
    private List<String> offsets = List.of();

    @Option(
            names = "--corrections",
            paramLabel = "FILE",
            description = "What to send instead of single letters, or to discard: lines of JSON.")
    private @Nullable Path corrections;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = {
                "A line of JSON for each selected letter, with the event where it can be",
                "read; edited, it can be given back as --corrections."
            })
    private @Nullable Path out;

    RedriveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        AppConfig settings = AppConfig.read(Objects.requireNonNull(config), terminal.environment());
        Selection selection = selection();
        Corrections corrected = corrections == null ? Corrections.NONE : Corrections.read(corrections);
        if (out == null) {
            return run(settings, selection, corrected, null);
        }
        try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(out, StandardCharsets.UTF_8))) {
            return run(settings, selection, corrected, lines);
        } catch (IOException e) {
            throw new UserMistake("--out " + out + ": this cannot be written");
        }
    }

    private int run(AppConfig settings, Selection selection, Corrections corrected, @Nullable PrintWriter lines)
            throws IOException {
        Report report = new Report(lines);
        Set<String> beside = redrive(settings).run(selection, corrected, report, dryRun);
        report.print(terminal.words(), dryRun);
        if (lines != null && lines.checkError()) {
            throw new IOException("the report is not complete");
        }
        if (!beside.isEmpty()) {
            terminal.err()
                    .println("tocsin: corrections of letters that are not there or not selected: "
                            + String.join(", ", beside));
        }
        return report.isAllDone() && beside.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static Redrive redrive(AppConfig settings) {
        return new Redrive(
                settings.applicationId(),
                settings.kafka().of("consumer"),
                settings.kafka().of("producer"),
                settings.schemaRegistry().map(),
                settings.topics(),
                new EventReader(new Enrichment(AddressDatabases.none(), new AgentFamily())),
                settings.maxFuture());
    }

    private Selection selection() {
        List<Selection.Range> ranges = new ArrayList<>();
        for (String text : offsets) {
            Matcher match = OFFSETS.matcher(text);
            if (!match.matches()) {
                throw new UserMistake("--offsets: expected such as 0:17 or 0:17-40, found " + text);
            }
            long first = Long.parseLong(match.group(2));
            ranges.add(new Selection.Range(
                    Integer.parseInt(match.group(1)),
                    first,
                    match.group(3) == null ? first : Long.parseLong(match.group(3))));
        }
        return new Selection(reasons, topics, time("--from", from), time("--to", to), ranges);
    }

    private static @Nullable Instant time(String option, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new UserMistake(option + ": expected a time such as 2026-11-01T00:00:00Z, found " + text);
        }
    }
}
