package dev.tocsin.loadtest.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the runs of a series came to.
 *
 * @param results of those that could be compared
 * @param without those that could not
 */
record Runs(List<Result> results, List<NoResult> without) {
    /**
     * A run that ended before there was anything to compare, which is no better than a difference.
     *
     * @param why a sentence for people
     */
    record NoResult(ChaosOptions options, String why) {}

    static Runs none() {
        return new Runs(new ArrayList<>(), new ArrayList<>());
    }

    /** Takes what the run comes to, or why it comes to nothing. */
    void take(ChaosOptions options, Supplier<Result> run) {
        try {
            results.add(run.get());
        } catch (ChaosException e) {
            without.add(new NoResult(options, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) { // such as Kafka's, or a dead letter that cannot be read
            without.add(new NoResult(options, e.toString()));
        }
    }

    boolean isExact() {
        return without.isEmpty() && results.stream().allMatch(Result::isExact);
    }

    /** What all have in common: a series differs in seeds and guarantees only. */
    String setting() {
        ChaosOptions any =
                without.isEmpty() ? results.get(0).options() : without.get(0).options();
        return "Each run: " + any.setting() + '.';
    }
}
