package dev.tocsin.loadtest.bench;

import dev.tocsin.config.Guarantee;
import dev.tocsin.loadtest.bench.Milestone.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Measures the time from an event to its alert, at rates that do not wait for the detector.
 *
 * <pre>
 *   fill ─▶ throughput, as the benchmark has it ─▶ for each share of it: send at that rate, warm-up, then measured
 * </pre>
 *
 * <p>Sender, detector and broker share the machine, so the rate that can be held is below the throughput.
 */
final class Latency {
    static final double HALF = 0.5;
    private static final double MUCH = 0.8;

    private final Runner runner;
    private final Duration warmUp;
    private final Duration span;
    private final Consumer<String> progress;

    Latency(Runner runner, Duration warmUp, Duration span, Consumer<String> progress) {
        this.runner = runner;
        this.warmUp = warmUp;
        this.span = span;
        this.progress = progress;
    }

    /** @param share of the throughput */
    record Result(Guarantee guarantee, double share, long perSecond, Delays delays) {}

    List<Result> measure(long accounts, Scale scale, Guarantee guarantee) {
        Setup setup = new Setup(Variant.TOCSIN, accounts, guarantee, 1);
        String application = "latency-" + guarantee.value().replace('_', '-');
        Input input = new Input(runner.cluster(), application, accounts, Expected.NOTHING);
        long fill = scale.fill(Variant.Lane.KEYED, accounts);
        Slice slice = new Slice(
                fill + scale.keyed().warmUp(),
                scale.keyed().passes(),
                scale.keyed().pass(),
                0);
        input.append(slice.records());
        double most = Spread.of(
                        runner.run(setup, application, input.name(), slice).passes(), Pass::perSecond)
                .median();
        progress.accept(String.format(Locale.ROOT, "%s: %,.0f/s at most", guarantee.value(), most));
        List<Result> results = new ArrayList<>();
        for (double share : List.of(HALF, MUCH)) {
            long rate = Math.max(1, Math.round(most * share));
            Result result = new Result(guarantee, share, rate, at(rate, setup, input));
            progress.accept(String.format(Locale.ROOT, "  %,d/s: %s", rate, result.delays()));
            results.add(result);
        }
        return results;
    }

    private Delays at(long rate, Setup setup, Input input) {
        Assignment assignment = runner.assignment(setup, input.name(), input.name(), Slice.unmeasured(0));
        try (ChildProcess detector = runner.serve(input.name(), assignment)) {
            Milestone.await(detector, Kind.READY);
            try (AlertWatch watch = AlertWatch.start(runner.cluster(), TopicNames.output(input.name()))) {
                Schedule sent = new OpenLoop(input, rate).send(warmUp.plus(span));
                watch.awaitQuiet();
                return Delays.of(sent, watch.arrivals(), warmUp);
            }
        }
    }
}
