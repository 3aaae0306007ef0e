package dev.tocsin.replay;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A replay as a command asks for it. */
public final class Run {
    private final Settings settings;
    private final Result result;
    private final Trial trial;

    /**
     * How to go about it.
     *
     * @param grace of the detector
     * @param memory about the bytes of heap that accounts may take before they go to disk
     * @param temporary the folder for what does not fit in memory
     */
    public record Settings(Duration grace, long memory, Path temporary, int threads) {}

    private Run(Settings settings, Trial trial, Result result) {
        this.settings = settings;
        this.trial = trial;
        this.result = result;
    }

    /**
     * Under one side's thresholds.
     *
     * @param held where what was suppressed goes, null to only count it
     */
    public static Run of(Settings settings, Side side, Output out, @Nullable Output held) {
        SingleTrial trial = new SingleTrial(side.engine(settings.grace()), held != null);
        return new Run(settings, trial, new Alerts(out, held, side.detectors()));
    }

    /**
     * Where a comparison goes beside the report.
     *
     * @param out takes the differences, null for nowhere
     * @param page takes the page, null for none
     */
    public record Comparing(@Nullable Output out, @Nullable Output page) {}

    /** Under two, to be compared. */
    public static Run comparing(Settings settings, Side now, Side then, Comparing comparing) {
        TwinTrial trial =
                new TwinTrial(now.engine(settings.grace()), then.engine(settings.grace()), comparing.out() != null);
        return new Run(settings, trial, new Differences(now, then, comparing));
    }

    /**
     * Replays a recording and prints the report.
     *
     * @param err for what is wrong with the recording
     * @return how many of its events could not be read
     * @throws ReplayException when it cannot go on
     */
    public long over(Recording recording, PrintWriter report, PrintWriter err, Progress progress) {
        BadItems bad = new BadItems(err, recording.itemsCalled());
        Traffic traffic = new Traffic();
        long accounts;
        try (Spill spill = new Spill(settings.temporary());
                Workers workers = new Workers(settings.threads())) {
            Replay replay = new Replay(trial, spill, workers, settings.memory());
            replay.run(recording, new Teller(bad, traffic, progress));
            accounts = replay.accounts();
        } finally {
            progress.clear();
        }
        bad.finish();
        result.print(report, new Summary(recording.name(), traffic, accounts, bad, progress.took()));
        report.flush();
        return bad.count();
    }

    private final class Teller implements Replay.Listener {
        private final BadItems bad;
        private final Traffic traffic;
        private final Progress progress;

        Teller(BadItems bad, Traffic traffic, Progress progress) {
            this.bad = bad;
            this.traffic = traffic;
            this.progress = progress;
        }

        @Override
        public void bad(String place, String reason) {
            progress.clear();
            bad.add(place, reason);
        }

        @Override
        public void judged(Judged judged) {
            traffic.add(judged.event(), judged.now().arrival());
            result.add(judged);
        }

        @Override
        public void decided(Pair pair) {
            result.add(pair);
        }

        @Override
        public void at(Recording.Position position) {
            progress.at(position, traffic.events());
        }
    }
}
