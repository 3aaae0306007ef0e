package dev.tocsin.metrics;

import dev.tocsin.alerting.Evaluation;
import dev.tocsin.alerting.Evaluation.Result;
import dev.tocsin.alerting.Evaluations;
import dev.tocsin.alerting.Roster;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what detectors make of events. A score of them are quiet about each, which is not counted one by one: it is how often
 * they looked, less what else came of it.
 */
final class EvaluationCounters {
    private static final String NAME = "tocsin.detector.evaluations";

    private final MeterRegistry registry;
    private final ConcurrentMap<Evaluation, Counter> told = new ConcurrentHashMap<>();
    private final ConcurrentMap<Roster, LongAdder> looks = new ConcurrentHashMap<>();
    private final Map<String, Quiet> quiet = new ConcurrentHashMap<>();

    EvaluationCounters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Evaluations evaluations) {
        for (Evaluation evaluation : evaluations.told()) {
            Meters.once(told, evaluation, this::registered).increment();
        }
        Meters.once(looks, evaluations.roster(), this::onDuty)
                .increment(); // afterwards: what is not told yet would be taken for quiet
    }

    private Counter registered(Evaluation evaluation) {
        return registry.counter(NAME, tags(evaluation.detector(), evaluation.result(), evaluation.reason()));
    }

    private LongAdder onDuty(Roster roster) {
        roster.watches().forEach(watch -> quiet.computeIfAbsent(watch.detector().id(), Quiet::new));
        return new LongAdder();
    }

    private static String[] tags(String detector, Result result, String reason) {
        return new String[] {"detector", detector, "outcome", Meters.lower(result), "reason", reason};
    }

    /** How often one detector was quiet. */
    private final class Quiet {
        private final String detector;

        /** What was said once is not taken back when an event is told and its look not yet counted. */
        private final AtomicLong most = new AtomicLong();

        Quiet(String detector) {
            this.detector = detector;
            FunctionCounter.builder(NAME, this, Quiet::count)
                    .tags(tags(detector, Result.QUIET, ""))
                    .register(registry);
        }

        private double count() {
            long looked = looks.entrySet().stream()
                    .filter(entry -> entry.getKey().watches().stream()
                            .anyMatch(watch -> watch.detector().id().equals(detector)))
                    .mapToLong(entry -> entry.getValue().sum())
                    .sum();
            double others = told.entrySet().stream()
                    .filter(entry -> entry.getKey().detector().equals(detector))
                    .mapToDouble(entry -> entry.getValue().count())
                    .sum();
            return most.accumulateAndGet(looked - Math.round(others), Math::max);
        }
    }
}
