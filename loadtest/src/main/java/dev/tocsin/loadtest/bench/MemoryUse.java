package dev.tocsin.loadtest.bench;

import dev.tocsin.config.Guarantee;
import java.util.function.Consumer;

/** Measures what the detector keeps of many accounts, in memory, on disk and in the changelog. */
final class MemoryUse {
    private static final String NAME = "memory";

    private final Runner runner;
    private final Consumer<String> progress;

    MemoryUse(Runner runner, Consumer<String> progress) {
        this.runner = runner;
        this.progress = progress;
    }

    /**
     * What was found.
     *
     * @param accounts that had an event
     * @param events that they had together
     * @param recentBytes of the heap, what states of accounts that came last may take
     * @param diskBytes of the folder with the state, after a clean stop
     * @param changelogBytes of all segments, with what was overwritten and not yet compacted
     */
    record Result(
            int accounts, long events, Footprint footprint, long recentBytes, long diskBytes, long changelogBytes) {
        double perAccount(long bytes) {
            return (double) bytes / accounts;
        }
    }

    Result measure(long accounts, long events) {
        Input input = new Input(runner.cluster(), NAME, accounts, Expected.NOTHING);
        progress.accept("filling, " + events + " records");
        input.append(events);
        Setup setup = new Setup(Variant.TOCSIN, accounts, Guarantee.AT_LEAST_ONCE, 1);
        Measured measured = runner.run(setup, NAME, NAME, Slice.unmeasured(events));
        return new Result(
                input.traffic().accountsSeen(),
                events,
                measured.footprint(),
                Subjects.MEMORY.recentBytes(),
                Workspace.bytes(runner.workspace().state(NAME)),
                runner.cluster().bytesOnDisk(NAME + "-accounts-changelog"));
    }
}
