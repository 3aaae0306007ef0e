package dev.tocsin.account;

/**
 * How many login attempts an hour of this account usually has: exponentially weighted mean and mean square over all
 * hours, the silent ones too, with a half-life of one week.
 *
 * <p>An hour teaches at most three times the mean plus ten, so that a flood raises the baseline only slowly and cannot
 * hide the next one.
 *
 * @param hour the running hour, hours since 1970; it teaches once it is over
 * @param count attempts in the running hour
 * @param mean attempts per hour
 * @param meanSquare of the attempts per hour
 */
public record AttemptBaseline(long hour, int count, float mean, float meanSquare) {
    public static final AttemptBaseline EMPTY = new AttemptBaseline(0, 0, 0, 0);

    private static final long HOUR_MILLIS = 3_600_000;
    private static final double HALF_LIFE_HOURS = 7 * 24;
    private static final double KEPT_PER_HOUR = StrictMath.pow(0.5, 1 / HALF_LIFE_HOURS);

    AttemptBaseline counted(long atMillis) {
        AttemptBaseline now = at(atMillis);
        return new AttemptBaseline(
                now.hour, Math.min(now.count + 1, AttemptWindow.MAX_COUNT), now.mean, now.meanSquare);
    }

    /** The baseline as it stands at a moment; every full hour before it has been learned. */
    public AttemptBaseline at(long atMillis) {
        long now = Math.floorDiv(atMillis, HOUR_MILLIS);
        if (now <= hour) {
            return this;
        }
        if (hour == EMPTY.hour) {
            return new AttemptBaseline(now, 0, 0, 0);
        }
        double learned = Math.min(count, 3 * mean + 10);
        double silence = keptAfter(now - hour - 1);
        double nextMean = silence * (KEPT_PER_HOUR * mean + (1 - KEPT_PER_HOUR) * learned);
        double nextSquare = silence * (KEPT_PER_HOUR * meanSquare + (1 - KEPT_PER_HOUR) * learned * learned);
        return new AttemptBaseline(now, 0, (float) nextMean, (float) nextSquare);
    }

    /** A power by squaring: a dozen multiplications, the same on every machine, and a third of what {@code pow} takes. */
    private static double keptAfter(long hours) {
        double kept = 1;
        double square = KEPT_PER_HOUR;
        for (long left = hours; left > 0; left >>= 1) {
            kept = (left & 1) == 0 ? kept : kept * square;
            square *= square;
        }
        return kept;
    }

    /** Standard deviation of the attempts per hour. */
    public double deviation() {
        return Math.sqrt(Math.max(0, meanSquare - (double) mean * mean));
    }
}
