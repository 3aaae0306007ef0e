package dev.tocsin.loadtest.bench;

import dev.tocsin.config.Guarantee;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Measures the time from an event to its alert, at rates that do not wait for the detector.
 *
 * <pre>
 *   fill ─▶ throughput, as the benchmark has it ─▶ for each share of it, or of what is given, a {@link Load}, whose alerts must
 *   all have come
 * </pre>
 *
 * <p>Sender, detector and broker share the machine, so the rate that can be held is below the throughput.
 */
final class Latency {
    /** Of the throughput: the load that the bars are about. */
    static final double HALF = 0.5;

    /**
     * Of a thousand alerts, once an event was late. A second of a load is half a day of event time, and of two topics one is
     * now and then read a tenth of a second before the other: what it overtakes is later than the grace, and judged as late.
     */
    private static final int TOLERATED = 1;

    private final Runner runner;
    private final Duration lead;
    private final Duration span;
    private final OptionalDouble throughput;
    private final Consumer<String> progress;

    /**
     * @param lead how long each load goes on before the span that is measured
     * @param throughput events a second that loads are shares of, if not what is measured first
     */
    Latency(Runner runner, Duration lead, Duration span, OptionalDouble throughput, Consumer<String> progress) {
        this.runner = runner;
        this.lead = lead;
        this.span = span;
        this.throughput = throughput;
        this.progress = progress;
    }

    /**
     * What one load came to.
     *
     * @param share of the throughput
     * @param isGiven the throughput was told and not measured, so that no bar is about it
     * @param behind events that were not taken in when the last one went out
     * @param late events that came too late to be ordered in
     * @param commitMillis how often the detector commits
     */
    record Result(
            Guarantee guarantee,
            double share,
            boolean isGiven,
            long perSecond,
            long behind,
            long late,
            long commitMillis,
            Delays delays) {
        /** A second's events at most were on their way. */
        boolean isHeld() {
            return behind <= perSecond;
        }
    }

    /** @throws BenchException when an alert is missing or was invented, or none came */
    List<Result> measure(long accounts, Scale scale, Guarantee guarantee, List<Double> shares) {
        Setup setup = new Setup(Variant.TOCSIN, accounts, guarantee, 1);
        String application = "latency-" + guarantee.value().replace('_', '-');
        Input input = new Input(runner.cluster(), application, accounts, Expected.NOTHING);
        Hindsight hindsight = new Hindsight(input, accounts);
        Slice keyed = scale.keyed();
        long fill = scale.fill(Variant.Lane.KEYED, accounts);
        Slice slice = new Slice(fill + keyed.warmUp(), keyed.passes(), keyed.pass(), keyed.coolDown());
        input.append(slice.records());
        double found =
                new Round(0, runner.run(setup, application, input.name(), slice).passes()).perSecond();
        hindsight.pass(slice.records());
        progress.accept(String.format(Locale.ROOT, "%s: %,.0f/s at most", guarantee.value(), found));
        double most = throughput.orElse(found);
        List<Result> results = new ArrayList<>();
        for (double share : shares) {
            long rate = Math.max(1, Math.round(most * share));
            Result result = at(share, rate, setup, input, hindsight, keyed.warmUp());
            results.add(result);
            audit(input, hindsight, results.stream().mapToLong(Result::late).sum());
            progress.accept(String.format(Locale.ROOT, "  %,d/s: %s", rate, result.delays()));
        }
        return results;
    }

    private Result at(double share, long rate, Setup setup, Input input, Hindsight hindsight, long warmUp) {
        String application = input.name();
        Assignment assignment = runner.assignment(setup, application, input.name(), Slice.unmeasured(0));
        input.append(warmUp);
        hindsight.pass(warmUp);
        Load.Seen seen;
        try (ChildProcess detector = runner.serve(application, assignment)) {
            seen = new Load(detector, input, warmUp, rate)
                    .measure(lead, span, TopicNames.output(application), runner.cluster());
        }
        Delays delays = Delays.of(seen.schedule(), seen.first(), hindsight::nextMark, seen.arrivals());
        long commitMillis = new StreamsConfig(Subjects.options(assignment).streamsProperties())
                .getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG);
        return new Result(
                setup.guarantee(),
                share,
                throughput.isPresent(),
                rate,
                seen.behind(),
                seen.late(),
                commitMillis,
                delays);
    }

    /** @param late events of all loads so far, whose alerts are all in one topic */
    private void audit(Input input, Hindsight hindsight, long late) {
        Audit audit = new Audit(runner.cluster());
        audit.committed(input.name(), input);
        audit.alerts(input.name(), input, hindsight.oracle(), late == 0 ? 0 : TOLERATED);
    }
}
