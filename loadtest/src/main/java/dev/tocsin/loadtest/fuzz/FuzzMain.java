package dev.tocsin.loadtest.fuzz;

import dev.tocsin.loadtest.machine.Trees;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** The command {@code deploy/tocsin fuzz}: spoilt records of every input topic, each of which must be accounted for. */
@Command(
        name = "fuzz",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description =
                "Sends spoilt records of every input topic through the path that records take in production, without a"
                        + " broker. Each must be judged or refused with a reason, without a crash and without allocating more"
                        + " than a record of its size may.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every record is accounted for", "1:one is not, and is named", "2:an option is wrong"})
public final class FuzzMain implements Callable<Integer> {
    private static final long MOST = 1_000_000_000;

    /** A document that can be read is tried out before it is taken, which takes a second's time of thousands of events. */
    private static final int EVENTS_PER_DOCUMENT = 50;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Of logins, and of account changes; of documents of thresholds, a fiftieth. Default:"
                    + " ${DEFAULT-VALUE}.")
    private long records;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    private final PrintWriter out;
    private final PrintWriter err;

    FuzzMain(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Exits with one of the codes above. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        System.exit(run(out, err, arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new FuzzMain(out, err))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((wrong, given) -> refuse(err, String.valueOf(wrong.getMessage())))
                .setExecutionExceptionHandler((broken, command, result) -> tell(err, broken))
                .execute(arguments);
    }

    private static int tell(PrintWriter err, Exception broken) {
        err.println("The fuzzing itself broke: " + broken);
        return ExitCode.SOFTWARE;
    }

    private static int refuse(PrintWriter err, String sentence) {
        err.println(sentence);
        err.println("deploy/tocsin fuzz --help tells the options.");
        return ExitCode.USAGE;
    }

    @Override
    public Integer call() throws IOException {
        if (records < 1 || records > MOST) {
            return refuse(
                    err, String.format(Locale.ROOT, "--records must be from 1 to %,d; it was %,d.", MOST, records));
        }
        boolean isClean = true;
        for (Ledger ledger : List.of(events(true), events(false), thresholds())) {
            isClean &= ledger.isClean();
        }
        return isClean ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Ledger events(boolean isLogin) throws IOException {
        Path state = Files.createTempDirectory("tocsin-fuzz-");
        try (EventFuzz fuzz = new EventFuzz(seed, state)) {
            return told(fuzz.run(isLogin, records));
        } finally {
            Trees.delete(state);
        }
    }

    private Ledger thresholds() {
        return told(new ThresholdsFuzz(seed).run(Math.max(1, records / EVENTS_PER_DOCUMENT)));
    }

    private Ledger told(Ledger ledger) {
        out.print(ledger.report());
        out.flush();
        return ledger;
    }
}
