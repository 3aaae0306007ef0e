package dev.tocsin.sandbox;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code deploy/tocsin sandbox}: starts a sandbox, says how to use it, and runs until it is stopped. */
@Command(
        name = "sandbox",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Runs Kafka and a schema registry on 127.0.0.1 that any client can use, until Ctrl-C."
                + " What is in them is kept for the next time.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"2:an option is wrong, a port is taken, or the data directory is in use"})
public final class SandboxMain implements Callable<Integer> {

    @Option(
            names = "--port-kafka",
            paramLabel = "PORT",
            defaultValue = "" + SandboxOptions.DEFAULT_KAFKA_PORT,
            description = "Kafka's port, 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int kafkaPort;

    @Option(
            names = "--port-registry",
            paramLabel = "PORT",
            defaultValue = "" + SandboxOptions.DEFAULT_REGISTRY_PORT,
            description = "The schema registry's port, 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int registryPort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where topics and schemas are kept. Default: .tocsin/sandbox in the checkout.")
    private @Nullable Path data;

    @Option(names = "--fresh", description = "Delete what is kept there first, and start empty.")
    private boolean fresh;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    private final PrintWriter out;
    private final PrintWriter err;

    SandboxMain(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Exits with 2 when the sandbox cannot start as asked; otherwise runs until a signal ends the JVM. */
    public static void main(String[] arguments) {
        useQuietLogging();
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        System.exit(run(out, err, arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new SandboxMain(out, err))
                .setOut(out)
                .setErr(err)
                .execute(arguments);
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            SandboxOptions options = options();
            out.println("Starting Kafka and a schema registry, data in " + options.dataDirectory());
            Sandbox sandbox = Sandbox.start(options, line -> out.println("  " + line));
            SandboxTopics.createMissing(sandbox.bootstrapServers());
            out.println(SandboxGuide.of(sandbox.bootstrapServers(), sandbox.registryUrl()));
        } catch (SandboxException e) {
            err.println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        // Ctrl-C and SIGTERM end the JVM, whose exit closes the sandbox.
        new CountDownLatch(1).await();
        return CommandLine.ExitCode.OK;
    }

    private SandboxOptions options() {
        Path directory = data == null ? home().resolve(".tocsin").resolve("sandbox") : data;
        SandboxOptions options = SandboxOptions.keptIn(directory).withPorts(kafkaPort, registryPort);
        return fresh ? options.emptied() : options;
    }

    private static Path home() {
        return Path.of(System.getProperty("tocsin.home", ""));
    }

    /** In place of whatever configuration lies on the class path; before the first logger is made. */
    private static void useQuietLogging() {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "dev/tocsin/sandbox/logback.xml");
        }
    }
}
