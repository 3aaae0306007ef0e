package dev.tocsin.account;

/**
 * A change of place that an account has made, counted at most once a day.
 *
 * @param key hash of the ordered pair of places
 * @param days how often, up to {@link #MAX_DAYS}
 * @param lastDay UTC day of the latest
 */
public record Transition(long key, int days, int lastDay) {
    /** How many pairs are remembered; the least recent gives way. */
    public static final int MAX = 8;

    public static final int MAX_DAYS = 15;

    Transition again(int day) {
        return day > lastDay ? new Transition(key, Math.min(days + 1, MAX_DAYS), day) : this;
    }
}
