package dev.tocsin.loadtest.demo;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code deploy/tocsin demo}: shows the detector at work on made-up traffic with scripted takeovers. */
@Command(
        name = "demo",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Starts Kafka, a schema registry and the detector on 127.0.0.1, teaches the detector a month of"
                + " made-up accounts, then sends live traffic with scripted takeovers and prints each alert as it comes."
                + " Runs until Ctrl-C; what it kept is deleted in the end.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:with --seconds, every headline detector raised its alert",
            "1:one did not, or something broke",
            "2:an option is wrong, or a port is taken",
            "130:stopped by Ctrl-C"
        })
public final class DemoMain implements Callable<Integer> {
    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "End after N seconds of live traffic, at least " + DemoOptions.SHORTEST_SECONDS
                    + ", with a closing table. Default: run until Ctrl-C.")
    private @Nullable Integer seconds;

    @Option(
            names = "--port-kafka",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Kafka's port, 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int kafkaPort;

    @Option(
            names = "--port-registry",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "The schema registry's port, 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int registryPort;

    @Option(
            names = "--port-http",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The port of health, metrics and look-ups, 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int httpPort;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    private final PrintWriter out;
    private final PrintWriter err;

    DemoMain(PrintWriter out, PrintWriter err) {
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
        return new CommandLine(new DemoMain(out, err)).setOut(out).setErr(err).execute(arguments);
    }

    @Override
    public Integer call() {
        try {
            DemoOptions options = DemoOptions.of(seconds, kafkaPort, registryPort, httpPort);
            DemoData data = DemoData.create(); // first: it says where logging goes, and much that follows logs
            return new Demo(options, data, new Screen(out, CommandLine.Help.Ansi.AUTO.enabled())).run();
        } catch (DemoException e) {
            err.println(e.getMessage());
            return e.exitCode();
        }
    }
}
