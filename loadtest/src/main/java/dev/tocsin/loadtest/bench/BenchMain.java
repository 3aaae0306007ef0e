package dev.tocsin.loadtest.bench;

import dev.tocsin.config.Guarantee;
import dev.tocsin.loadtest.machine.Machine;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code deploy/tocsin bench}: how fast the detector is, beside what the machine can do. */
@Command(
        name = "bench",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description =
                "Measures how many events a second the detector takes, side by side with (a) the Kafka clients alone,"
                        + " (b) Kafka Streams passing records through, (c) Kafka Streams with one RocksDB get and put, (d) Tocsin,"
                        + " (e) three detections in the DSL. Starts its own broker on 127.0.0.1.",
        subcommands = {LatencyCommand.class, MemoryCommand.class, RestoreCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:measured, whether or not the bars are met",
            "1:an output was not what it must be, or something broke",
            "2:an option is wrong"
        })
public final class BenchMain implements Callable<Integer> {
    /** Until picocli has put the real one in its place. */
    static final BenchMain QUIET =
            new BenchMain(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()));

    static final int MOST_FILL = 100;

    private static final int DEFAULT_ROUNDS = 2;
    private static final String LOGBACK = "logback.configurationFile";

    @Option(
            names = "--variants",
            paramLabel = "LETTERS",
            split = ",",
            defaultValue = "a,b,c,d,e",
            description = "Which to measure. Default: ${DEFAULT-VALUE}.")
    private List<String> variants = List.of();

    @Option(
            names = "--accounts",
            paramLabel = "N",
            split = ",",
            defaultValue = "50000",
            description = "How many accounts there are, such as 50000,1000000,10000000. Default: ${DEFAULT-VALUE}.")
    private List<Long> accounts = List.of();

    @Option(
            names = "--guarantees",
            paramLabel = "NAME",
            split = ",",
            description = "Default: at_least_once,exactly_once_v2.")
    private @Nullable List<String> guarantees;

    @Option(
            names = "--threads",
            paramLabel = "N",
            split = ",",
            defaultValue = "1",
            description = "Stream threads, such as 1,2. Default: ${DEFAULT-VALUE}.")
    private List<Integer> threads = List.of();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each is measured, two or three passes each. Default: " + DEFAULT_ROUNDS + ".")
    private @Nullable Integer rounds;

    @Option(
            names = "--fill",
            paramLabel = "N",
            description =
                    "Events for each account, on average, before the first measurement. Default: 3, and few if quick.")
    private @Nullable Integer fill;

    @Option(
            names = "--quick",
            description = "About a minute, to see it work: one round over few records under at_least_once.")
    private boolean quick;

    @Mixin
    private Common common = new Common();

    private final PrintWriter out;
    private final PrintWriter err;

    BenchMain(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Exits with one of the codes above. */
    public static void main(String[] arguments) {
        if (System.getProperty(LOGBACK) == null) {
            System.setProperty(LOGBACK, "dev/tocsin/loadtest/bench/logback.xml");
        }
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        System.exit(run(out, err, arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new BenchMain(out, err))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((wrong, given) -> refuse(err, String.valueOf(wrong.getMessage())))
                .setExecutionExceptionHandler((broken, command, result) -> tell(err, broken))
                .execute(arguments);
    }

    private static int refuse(PrintWriter err, String sentence) {
        err.println(sentence);
        err.println("deploy/tocsin bench --help tells the options.");
        return ExitCode.USAGE;
    }

    private static int tell(PrintWriter err, Exception broken) {
        if (broken instanceof Mistake) {
            return refuse(err, String.valueOf(broken.getMessage()));
        }
        err.println(broken instanceof BenchException ? broken.getMessage() : "The benchmark broke: " + broken);
        return ExitCode.SOFTWARE;
    }

    @Override
    public Integer call() {
        Grid grid = grid();
        Scale scale = scale();
        Machine machine = Machine.here();
        common.with(this::progress, runner -> new Throughput(runner, grid, scale, this::progress)
                .measure(sofar -> report("throughput", common, ThroughputReport.of(machine, sofar))));
        return ExitCode.OK;
    }

    private Scale scale() {
        Scale usual = quick ? Scale.QUICK : Scale.FULL;
        return fill == null ? usual : usual.filling(Common.within("--fill", fill, 0, MOST_FILL));
    }

    /** Tells what was found here and in files. */
    void report(String name, Common common, Report report) {
        out.println(report);
        out.println("report: " + common.reports().write(name, report));
    }

    void progress(String line) {
        err.println(line);
    }

    private Grid grid() {
        if (quick && (rounds != null || guarantees != null)) {
            throw new Mistake(
                    "--quick is one round under at_least_once: leave out --rounds and --guarantees, or --quick.");
        }
        return new Grid(
                variants.stream().map(BenchMain::variant).distinct().toList(),
                accounts.stream().map(Common::accounts).distinct().toList(),
                quick ? List.of(Guarantee.AT_LEAST_ONCE) : Common.guarantees(guarantees),
                threads.stream().map(BenchMain::threads).distinct().toList(),
                quick ? 1 : rounds == null ? DEFAULT_ROUNDS : Common.within("--rounds", rounds, 1, 100));
    }

    private static Variant variant(String letter) {
        return Variant.of(letter)
                .orElseThrow(() -> new Mistake("--variants takes the letters "
                        + String.join(
                                ", ",
                                Arrays.stream(Variant.values())
                                        .map(variant -> String.valueOf(variant.letter()))
                                        .toList())
                        + " with commas between, and not " + letter + "."));
    }

    private static int threads(int count) {
        return Common.within("--threads", count, 1, TopicNames.PARTITIONS);
    }
}
