package dev.tocsin.loadtest.bench;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** The middle of some figures, and how far they lie apart. */
record Spread(double least, double median, double most) {
    /** @param figures at least one */
    static <T> Spread of(Collection<T> figures, ToDoubleFunction<T> value) {
        double[] sorted = figures.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }
}
