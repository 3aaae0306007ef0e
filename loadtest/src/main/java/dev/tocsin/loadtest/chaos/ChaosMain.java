package dev.tocsin.loadtest.chaos;

import dev.tocsin.config.Guarantee;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** The command {@code deploy/tocsin chaos}: breaks things while events flow, and tells whether an alert was lost or invented. */
@Command(
        name = "chaos",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description =
                "Starts Kafka, a schema registry and detectors in processes of their own, sends made-up traffic with"
                        + " attacks, and kills, stops and starves them meanwhile. In the end the alerts must be those that the"
                        + " same events give in order without Kafka, and the dead letters the bad records that were sent.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every alert and every dead letter is as it must be",
            "1:one is not, and its account's story is told; or something broke",
            "2:an option is wrong"
        })
public final class ChaosMain implements Callable<Integer> {
    /** In less nothing breaks. */
    private static final int LEAST_SECONDS = 10;

    private static final int MOST_MINUTES = 24 * 60;
    private static final int LEAST_RATE = 20;
    private static final int MOST_RATE = 2_000;
    private static final int MOST_INSTANCES = 4;
    private static final int MOST_RUNS = 1_000;
    private static final int MOST_COMMIT_MILLIS = 60_000;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "3",
            description = "Of traffic with faults, such as 0.5. Default: ${DEFAULT-VALUE}.")
    private double minutes;

    @Option(
            names = "--guarantee",
            paramLabel = "G",
            defaultValue = "at_least_once",
            description = "at_least_once, exactly_once_v2, or both in turns. Default: ${DEFAULT-VALUE}.")
    private String guarantee = "";

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "Events a second. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "2",
            description = "Detectors; a fault may add another. Default: ${DEFAULT-VALUE}.")
    private int instances;

    @Option(
            names = "--commit-interval",
            paramLabel = "MS",
            description =
                    "Of Kafka Streams, in milliseconds: the longer, the more is delivered again after a kill. Default:"
                            + " 30000, and 100 under exactly_once_v2.")
    private @Nullable Integer commitMillis;

    @Option(
            names = "--faults",
            paramLabel = "KIND,...",
            description = "Only these kinds. Default: all; see loadtest/README.md.")
    private @Nullable String faults;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "1",
            description = "So many seeds from --seed on. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--table",
            description = "Write a table and a page with charts, chaos.md and chaos.html, into loadtest/reports.")
    private boolean table;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    private final PrintWriter out;
    private final PrintWriter err;

    ChaosMain(PrintWriter out, PrintWriter err) {
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
        return new CommandLine(new ChaosMain(out, err))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((wrong, given) -> refuse(err, String.valueOf(wrong.getMessage())))
                .setExecutionExceptionHandler((broken, command, result) -> tell(err, broken))
                .execute(arguments);
    }

    private static int tell(PrintWriter err, Exception broken) {
        err.println("It broke: " + broken + ". What was logged until then is kept in "
                + System.getProperty(Workspace.LOG, "no file yet") + '.');
        return ExitCode.SOFTWARE;
    }

    private static int refuse(PrintWriter err, String sentence) {
        err.println(sentence);
        err.println("deploy/tocsin chaos --help tells the options.");
        return ExitCode.USAGE;
    }

    @Override
    public Integer call() {
        try {
            List<ChaosOptions> wanted = options();
            wanted.get(0).checkFits();
            Set<Fault> kinds = FaultKinds.parse(faults);
            if (faults != null) {
                FaultKinds.checkPermitted(kinds);
            }
            return new ChaosSeries(wanted, kinds, out).run(table) ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (ChaosException e) {
            return e.exitCode() == ExitCode.USAGE ? refuse(err, String.valueOf(e.getMessage())) : broken(e);
        }
    }

    private int broken(ChaosException e) {
        err.println(e.getMessage());
        return e.exitCode();
    }

    private List<ChaosOptions> options() {
        between("--rate", rate, LEAST_RATE, MOST_RATE);
        between("--instances", instances, 1, MOST_INSTANCES);
        between("--runs", runs, 1, MOST_RUNS);
        if (commitMillis != null) {
            between("--commit-interval", commitMillis, 1, MOST_COMMIT_MILLIS);
        }
        Duration length = Duration.ofMillis(Math.round(minutes * 60_000)); // 0 for NaN
        if (length.toSeconds() < LEAST_SECONDS || minutes > MOST_MINUTES) {
            throw ChaosException.ofUsage(
                    "--minutes must be at least 0.17, which is %d seconds, and at most %d; it was %s."
                            .formatted(LEAST_SECONDS, MOST_MINUTES, minutes));
        }
        List<ChaosOptions> options = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            for (Guarantee wanted : guarantees()) {
                options.add(new ChaosOptions(seed + run, length, wanted, rate, instances, commitMillis));
            }
        }
        return options;
    }

    private List<Guarantee> guarantees() {
        return switch (guarantee) {
            case "at_least_once" -> List.of(Guarantee.AT_LEAST_ONCE);
            case "exactly_once_v2" -> List.of(Guarantee.EXACTLY_ONCE_V2);
            case "both" -> List.of(Guarantee.AT_LEAST_ONCE, Guarantee.EXACTLY_ONCE_V2);
            default ->
                throw ChaosException.ofUsage(
                        "--guarantee is at_least_once, exactly_once_v2 or both; it was " + guarantee + ".");
        };
    }

    private static void between(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw ChaosException.ofUsage("%s must be from %d to %d; it was %d.".formatted(option, least, most, value));
        }
    }
}
