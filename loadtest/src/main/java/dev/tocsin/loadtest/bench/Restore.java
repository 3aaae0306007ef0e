package dev.tocsin.loadtest.bench;

import dev.tocsin.config.Guarantee;
import dev.tocsin.loadtest.bench.Milestone.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures how long nobody watches the accounts when an instance goes.
 *
 * <p>A process that is started is timed from its call of start, without the second or two that a JVM takes; one that stood by
 * from when the other was told to stop, or killed.
 */
final class Restore {
    private static final String INPUT = "restore";
    private static final String APPLICATION = "restore";

    private final Runner runner;
    private final Consumer<String> progress;

    Restore(Runner runner, Consumer<String> progress) {
        this.runner = runner;
        this.progress = progress;
    }

    /** How accounts are taken over. */
    enum Way {
        RESTARTED("restarted, with its state", 0),
        COLD("cold, everything from the changelog", 60),
        STOPPED("by a standby, after the other stopped", 5),
        KILLED("by a standby, after kill -9 (45 s of it to notice)", 0);

        private final String title;
        private final double mostSeconds;

        Way(String title, double mostSeconds) {
            this.title = title;
            this.mostSeconds = mostSeconds;
        }

        String title() {
            return title;
        }

        /** The most that is wanted; 0 for no bar. */
        double mostSeconds() {
            return mostSeconds;
        }
    }

    /** How long one way took. */
    record Takeover(Way way, double seconds) {}

    /** What was held when the take-overs were measured. */
    record Result(int accounts, long changelogBytes, List<Takeover> takeovers) {}

    Result measure(long accounts, long fill, List<Way> ways) {
        Input input = new Input(runner.cluster(), INPUT, accounts, Expected.NOTHING);
        progress.accept("filling, " + fill + " records");
        input.append(fill);
        Setup setup = new Setup(Variant.TOCSIN, accounts, Guarantee.AT_LEAST_ONCE, 1);
        runner.run(setup, APPLICATION, INPUT, Slice.unmeasured(fill));
        List<Takeover> takeovers = new ArrayList<>();
        for (Way way : ways) {
            Takeover takeover = new Takeover(way, takeOver(way));
            progress.accept(way.title() + ": " + Lines.decimals(takeover.seconds()) + " s");
            takeovers.add(takeover);
        }
        long bytes = runner.cluster().bytesOnDisk(APPLICATION + "-accounts-changelog");
        return new Result(input.traffic().accountsSeen(), bytes, takeovers);
    }

    private double takeOver(Way way) {
        return switch (way) {
            case RESTARTED -> restart();
            case COLD -> {
                Workspace.delete(runner.workspace().state(APPLICATION));
                yield restart();
            }
            case STOPPED -> standby("1", false);
            case KILLED -> standby("2", true);
        };
    }

    private double restart() {
        try (ChildProcess only = serve(APPLICATION, 0)) {
            long start = Milestone.await(only, Kind.STARTED).atMillis();
            return seconds(start, Milestone.await(only, Kind.READY).atMillis());
        }
    }

    private double standby(String name, boolean isKilled) {
        try (ChildProcess first = serve(APPLICATION, 1)) {
            Milestone.await(first, Kind.READY);
            try (ChildProcess second = serve(APPLICATION + "-standby-" + name, 1)) {
                Milestone.await(second, Kind.STANDING_BY);
                long told = System.currentTimeMillis();
                if (isKilled) {
                    first.kill();
                } else {
                    first.stop();
                }
                return seconds(told, Milestone.await(second, Kind.READY).atMillis());
            }
        }
    }

    private ChildProcess serve(String folder, int standbys) {
        Assignment assignment = runner.assignment(
                        new Setup(Variant.TOCSIN, 0, Guarantee.AT_LEAST_ONCE, 1),
                        APPLICATION,
                        INPUT,
                        Slice.unmeasured(0))
                .standingBy(standbys, runner.workspace().state(folder));
        return runner.serve(folder, assignment);
    }

    private static double seconds(long fromMillis, long toMillis) {
        return (toMillis - fromMillis) / 1000.0;
    }
}
