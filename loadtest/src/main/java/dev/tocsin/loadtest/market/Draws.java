package dev.tocsin.loadtest.market;

import java.util.List;

/** A sequence of random numbers that its key alone decides; made for each purpose anew, and thrown away. */
final class Draws {
    private long state;

    Draws(long key) {
        state = key;
    }

    long next() {
        state += Mix.GOLDEN;
        return Mix.finish(state);
    }

    double unit() {
        return Mix.unit(next());
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** Evenly from {@code low} to less than {@code high}. */
    long between(long low, long high) {
        return low + (long) (unit() * (high - low));
    }

    /** Milliseconds, evenly. */
    long seconds(double low, double high) {
        return (long) (1000 * (low + unit() * (high - low)));
    }

    <T> T pick(List<T> items) {
        return items.get(below(items.size()));
    }

    /** By the median and the spread of the logarithm; Box and Muller's way, so that two numbers are used. */
    double logNormal(double median, double sigma) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return median * StrictMath.exp(sigma * radius * StrictMath.cos(2 * StrictMath.PI * unit()));
    }
}
