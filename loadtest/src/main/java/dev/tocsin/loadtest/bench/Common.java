package dev.tocsin.loadtest.bench;

import dev.tocsin.config.Guarantee;
import dev.tocsin.loadtest.market.MarketOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that all measurements share, and what they are measured in. */
final class Common {
    /** Enough for the detector: what grows with the accounts is not in the heap. */
    private static final String DEFAULT_HEAP = "512m";

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = DEFAULT_HEAP,
            description = "Heap of each measured JVM. Default: ${DEFAULT-VALUE}.")
    private String heap = DEFAULT_HEAP;

    @Option(
            names = "--jvm",
            paramLabel = "OPTION",
            description = "An option for each measured JVM, such as -XX:+UseParallelGC; may be given again.")
    private List<String> jvm = List.of();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where broker and state keep their files meanwhile. Default: the folder for temporary files.")
    private @Nullable Path data;

    @Option(
            names = "--profile",
            paramLabel = "DIR",
            description = "Also writes a flight recording of each measured JVM there; this slows them down a little.")
    private @Nullable Path profiles;

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            description = "Where the report goes, a page and lines of JSON. Default: loadtest/reports in the checkout.")
    private @Nullable Path reports;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    /** Gives a measurement a broker and a workspace, which are gone afterwards. */
    void with(Consumer<String> progress, Consumer<Runner> measurement) {
        if (!heap.matches("[1-9]\\d*[mgMG]")) {
            throw new Mistake("--heap takes a size such as 512m or 2g, and not " + heap + ".");
        }
        Path parent = data == null ? Path.of(System.getProperty("java.io.tmpdir")) : data;
        Path recordings = profiles();
        try (Workspace workspace = Workspace.in(parent, progress)) {
            measure(workspace, recordings, progress, measurement);
            workspace.done();
        }
    }

    private void measure(
            Workspace workspace, @Nullable Path recordings, Consumer<String> progress, Consumer<Runner> measurement) {
        try (Cluster cluster = Cluster.start(workspace)) {
            progress.accept("broker on " + cluster.bootstrap() + ", files in " + workspace.root());
            List<String> options = new ArrayList<>(List.of("-Xms" + heap, "-Xmx" + heap));
            options.addAll(jvm);
            measurement.accept(new Runner(cluster, workspace, options, recordings));
        }
    }

    private @Nullable Path profiles() {
        try {
            return profiles == null ? null : Files.createDirectories(profiles.toAbsolutePath());
        } catch (IOException e) {
            throw new Mistake("--profile " + profiles + " cannot be made: " + e.getMessage());
        }
    }

    Reports reports() {
        return new Reports(
                reports == null ? Path.of(System.getProperty("tocsin.home", "."), "loadtest", "reports") : reports);
    }

    static long accounts(long count) {
        if (count < 1 || count > MarketOptions.MOST_ACCOUNTS) {
            throw new Mistake("--accounts takes 1 to " + MarketOptions.MOST_ACCOUNTS + ", and not " + count + ".");
        }
        return count;
    }

    static int within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new Mistake(option + " takes " + least + " to " + most + ", and not " + value + ".");
        }
        return value;
    }

    /** @param names null for all */
    static List<Guarantee> guarantees(@Nullable List<String> names) {
        return names == null
                ? List.of(Guarantee.values())
                : names.stream().map(Common::guarantee).distinct().toList();
    }

    private static Guarantee guarantee(String name) {
        return Arrays.stream(Guarantee.values())
                .filter(guarantee -> guarantee.value().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new Mistake("A guarantee is at_least_once or exactly_once_v2, and not " + name + "."));
    }
}
