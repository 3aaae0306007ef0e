package dev.tocsin.loadtest.generate;

import dev.tocsin.loadtest.market.Disorder;
import dev.tocsin.loadtest.market.MarketOptions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code deploy/tocsin generate}: writes made-up traffic to a file, and what is known of it to another. */
@Command(
        name = "generate",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Makes up the traffic of a marketplace, in event-time order, as lines of JSON that replay reads."
                + " The same options give the same bytes.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all was written", "1:it could not be written to the end", "2:an option is wrong"})
public final class GenerateMain implements Callable<Integer> {
    /** Of events that wait for their time: half a gigabyte. */
    private static final double MOST_WAITING = 4_500_000;

    /** From when a visit begins to its events: some are an hour off. */
    private static final long MEAN_WAIT_SECONDS = 900;

    @Mixin
    private MarketArguments market = new MarketArguments();

    @Mixin
    private DisorderArguments order = new DisorderArguments();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where events go, compressed if it ends in .gz; - for standard output.")
    private String out = "";

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "Where it is told which events are attacks. Default: nowhere.")
    private @Nullable String labels;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    private final OutputStream standard;
    private final PrintWriter err;

    GenerateMain(OutputStream standard, PrintWriter err) {
        this.standard = standard;
        this.err = err;
    }

    /** Exits with one of the codes above. */
    public static void main(String[] arguments) {
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        System.exit(run(new FileOutputStream(FileDescriptor.out), err, arguments));
    }

    static int run(OutputStream standard, PrintWriter err, String... arguments) {
        return new CommandLine(new GenerateMain(standard, err))
                .registerConverter(long.class, Values::whole)
                .registerConverter(double.class, Values::number)
                .setOut(new PrintWriter(standard, true, Charset.defaultCharset()))
                .setErr(err)
                .setParameterExceptionHandler((wrong, given) -> refuse(err, String.valueOf(wrong.getMessage())))
                .execute(arguments);
    }

    private static int refuse(PrintWriter err, String sentence) {
        err.println(sentence);
        err.println("deploy/tocsin generate --help tells the options.");
        return ExitCode.USAGE;
    }

    @Override
    public Integer call() {
        try {
            MarketOptions options = market.options();
            Disorder disorder = order.disorder();
            checkMemory(options, disorder);
            write(options, disorder);
            return ExitCode.OK;
        } catch (Mistake e) {
            return refuse(err, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return fail(e);
        } catch (UncheckedIOException e) {
            return fail(Objects.requireNonNull(e.getCause()));
        }
    }

    private int fail(Throwable e) {
        err.println("Writing failed: " + e.getMessage());
        return ExitCode.SOFTWARE;
    }

    /** Beyond it the heap that the command has by default would not do. */
    private static void checkMemory(MarketOptions options, Disorder disorder) {
        double seconds = Duration.between(options.from(), options.to()).toSeconds();
        double perSecond = options.events() / seconds / options.shards();
        long delay = disorder.meanDelay().toSeconds();
        if (perSecond * (MEAN_WAIT_SECONDS + delay) > MOST_WAITING) {
            throw new Mistake(
                    ("--events and --days make %,.0f events in a second of event time, which are held up by %,d s"
                                    + " on average: too many to keep in memory."
                                    + " Give more days, fewer events, shorter delays, or --shard.")
                            .formatted(perSecond, delay));
        }
    }

    private void write(MarketOptions options, Disorder disorder) throws IOException {
        Target events = new Target("--out", out);
        Target names = labels == null ? null : new Target("--labels", labels);
        events.check();
        if (names != null) {
            names.check();
            names.mustDifferFrom(events);
        }
        try (OutputStream eventsOut = events.open(standard);
                OutputStream labelsOut = names == null ? OutputStream.nullOutputStream() : names.open(standard)) {
            Writing writing = new Writing(options, labelsOut, err);
            writing.write(disorder, eventsOut);
            writing.sumUp();
        }
    }
}
