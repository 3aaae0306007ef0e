package dev.tocsin.account;

/**
 * A change of place that an account has made, as often as it did so while no HIGH alert was open.
 *
 * @param key hash of the ordered pair of places
 * @param times how often, up to {@link #MAX_TIMES}
 */
public record Transition(long key, int times) {
    /** How many pairs are remembered; the least recent gives way. */
    public static final int MAX = 8;

    public static final int MAX_TIMES = 15;

    Transition again() {
        return new Transition(key, Math.min(times + 1, MAX_TIMES));
    }
}
