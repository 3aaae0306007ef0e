package dev.tocsin.loadtest.market;

import java.time.DayOfWeek;
import java.util.Arrays;

/**
 * When things happen that happen at the hours that a platform is used, in order.
 *
 * <p>Things have positions 0, 1, 2...; position 0 is at the origin, and the hours that are busier have more of them.
 */
final class Curve {
    static final long HOUR = 3_600_000;
    static final long DAY = 24 * HOUR;

    /**
     * Attempts per minute and hour of day of the data set that README.md names, read off its plot; hours between those that were
     * read are interpolated.
     */
    private static final double[] HOURS = {
        16, 19, 23, 28, 32, 42, 52, 59, 66, 73, 73, 72, 72, 74, 76, 78, 80, 76, 72, 68, 60, 46, 34, 25
    };

    /** A little less at weekends; the week's mean is 1. Assumed. */
    static final double WEEKDAY = 1.08;

    static final double WEEKEND = 0.8;

    /** 1970-01-01 was a Thursday. */
    private static final long MONDAY = -3 * DAY;

    private static final int GUIDE = 1024;

    private final double[] cumulated;

    /** For each part of the turn an hour that is not after it, from where the right one is a step or two away. */
    private final int[] guide = new int[GUIDE];

    private final long period;
    private final double before;
    private final double perPeriod;

    /** @param perPeriod how many things there are in one turn of the curve */
    private Curve(double[] hours, long origin, double perPeriod) {
        this.cumulated = cumulated(hours);
        for (int i = 1; i < GUIDE; i++) {
            guide[i] = guide[i - 1];
            while (cumulated[guide[i] + 1] * GUIDE <= i) {
                guide[i]++;
            }
        }
        this.period = hours.length * HOUR;
        this.perPeriod = perPeriod;
        this.before = turns(origin);
    }

    /** The same hours on each day. */
    static Curve daily(long origin, double perDay) {
        return new Curve(HOURS, origin, perDay);
    }

    /** So many things from one moment up to another. */
    static Curve weekly(long from, long to, double things) {
        double[] hours = new double[7 * HOURS.length];
        for (int i = 0; i < hours.length; i++) {
            hours[i] = HOURS[i % HOURS.length] * ofDay(DayOfWeek.of(1 + i / HOURS.length));
        }
        Curve week = new Curve(hours, from, 1);
        return new Curve(hours, from, things / (week.turns(to) - week.turns(from)));
    }

    static double ofDay(long at) {
        return ofDay(DayOfWeek.of(1 + (int) Math.floorMod(Math.floorDiv(at - MONDAY, DAY), 7L)));
    }

    private static double ofDay(DayOfWeek day) {
        return day.compareTo(DayOfWeek.FRIDAY) > 0 ? WEEKEND : WEEKDAY;
    }

    private static double[] cumulated(double[] hours) {
        double sum = Arrays.stream(hours).sum();
        double[] cumulated = new double[hours.length + 1];
        for (int i = 0; i < hours.length; i++) {
            cumulated[i + 1] = cumulated[i] + hours[i] / sum;
        }
        cumulated[hours.length] = 1;
        return cumulated;
    }

    /** When a position is, in milliseconds since 1970; between two positions, between their times. */
    long at(double position) {
        double turns = before + position / perPeriod;
        double whole = Math.floor(turns);
        double part = turns - whole;
        int hour = guide[(int) (part * GUIDE)];
        while (cumulated[hour + 1] <= part) {
            hour++;
        }
        double within = (part - cumulated[hour]) / (cumulated[hour + 1] - cumulated[hour]);
        return MONDAY + ((long) whole) * period + hour * HOUR + (long) (within * HOUR);
    }

    /** The position of a moment. */
    double positionOf(long at) {
        return (turns(at) - before) * perPeriod;
    }

    private double turns(long at) {
        long whole = Math.floorDiv(at - MONDAY, period);
        double hours = (double) Math.floorMod(at - MONDAY, period) / HOUR;
        int hour = (int) hours;
        return whole + cumulated[hour] + (hours - hour) * (cumulated[hour + 1] - cumulated[hour]);
    }
}
