package dev.tocsin.account;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * At which time of the day (UTC) an account usually logs in: the mean of its logins as points on a 24-hour circle.
 *
 * <pre>
 *           0 h
 *            │  · ·        the longer the mean vector, the more the logins keep to one time of the day;
 *            │ ·↗·         its direction is that time
 *   18 h ────┼──── 6 h
 * </pre>
 *
 * <p>The latest {@value #MEMORY} logins weigh most. Two numbers instead of a histogram of the week: for habits that are
 * concentrated enough to tell an unusual hour they say the same in a twentieth of the bytes.
 *
 * @param logins counted, up to {@link #MAX_LOGINS}
 * @param x mean cosine
 * @param y mean sine
 */
public record HourProfile(int logins, float x, float y) {
    public static final int MAX_LOGINS = 255;
    public static final HourProfile EMPTY = new HourProfile(0, 0, 0);

    private static final int MEMORY = 64;
    private static final long DAY_MILLIS = 86_400_000;
    private static final long MINUTE_MILLIS = 60_000;
    private static final double HOURS_PER_RADIAN = 12 / Math.PI;

    /** By minute of the day: no habit is finer, and to work both out would be a fiftieth of what an event costs. */
    private static final double[] COSINES = byMinute(StrictMath::cos);

    private static final double[] SINES = byMinute(StrictMath::sin);

    HourProfile after(long atMillis) {
        int minute = (int) (Math.floorMod(atMillis, DAY_MILLIS) / MINUTE_MILLIS);
        double weight = Math.max(1.0 / (logins + 1), 1.0 / MEMORY);
        return new HourProfile(Math.min(logins + 1, MAX_LOGINS), (float) (x + weight * (COSINES[minute] - x)), (float)
                (y + weight * (SINES[minute] - y)));
    }

    /** From 0, any time of the day, to 1, always the same moment. */
    public double concentration() {
        return Math.min(1, StrictMath.sqrt((double) x * x + (double) y * y));
    }

    /** The circular standard deviation, hours; it grows beyond 12 when there is no habit. */
    public double deviationHours() {
        return HOURS_PER_RADIAN * StrictMath.sqrt(2 * Math.abs(StrictMath.log(Math.max(concentration(), 1e-9))));
    }

    /** The usual time of the day, hours since midnight UTC. */
    public double usualHour() {
        double hours = HOURS_PER_RADIAN * StrictMath.atan2(y, x);
        return hours < 0 ? hours + 24 : hours;
    }

    /** How far a moment is from the usual time, the shorter way around the clock, 0 to 12 hours. */
    public double distanceHours(long atMillis) {
        double apart = Math.abs(hour(atMillis) - usualHour());
        return Math.min(apart, 24 - apart);
    }

    private static double hour(long atMillis) {
        return Math.floorMod(atMillis, DAY_MILLIS) / 3_600_000.0;
    }

    private static double[] byMinute(DoubleUnaryOperator function) {
        return IntStream.range(0, (int) (DAY_MILLIS / MINUTE_MILLIS))
                .mapToDouble(minute -> function.applyAsDouble(minute / 60.0 / HOURS_PER_RADIAN))
                .toArray();
    }
}
