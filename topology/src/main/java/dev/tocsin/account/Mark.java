package dev.tocsin.account;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What memory keeps of an alert that was raised: enough for cooldown, and to know that an alert is open.
 *
 * @param key hash of the detector and what it fired on
 * @param rank of the severity, INFO = 0 to CRITICAL = 4
 * @param atMillis event time of the alert
 * @param trail what the alert says a later change may follow
 */
public record Mark(long key, int rank, long atMillis, Trail trail) {
    /** What kind of alert it was, as far as later changes are judged by it; new ones go to the end. */
    public enum Trail {
        NONE,
        /** A login from where the account was never seen, or could not be. */
        STRANGE_PLACE,
        /** Many attempts at the password or the second factor. */
        GUESSING,
        /** A sequence: a payout after it weighs more. */
        SEQUENCE
    }

    public static final int LOW = 1;
    public static final int HIGH = 3;

    /** How long an alert counts as open: the longest default window of a sequence, and the common payout hold. */
    public static final long OPEN_MILLIS = 72 * 3_600_000L;

    public Mark(long key, int rank, long atMillis) {
        this(key, rank, atMillis, Trail.NONE);
    }

    boolean outdates(Mark other) {
        return key == other.key && rank >= other.rank && atMillis >= other.atMillis;
    }

    boolean isOpenAt(long millis, int atLeastRank) {
        return rank >= atLeastRank && Math.abs(millis - atMillis) <= OPEN_MILLIS;
    }

    /**
     * Which of too many gives way: one that is not open any more, else the mildest, and of those the oldest. Never the
     * newest. A flood of mild alerts must not close a severe one.
     *
     * @param marks two or more, the newest last
     */
    static Mark dispensable(List<Mark> marks) {
        int newest = marks.size() - 1;
        long now = marks.get(newest).atMillis;
        return Collections.min(
                marks.subList(0, newest),
                Comparator.<Mark>comparingInt(mark -> mark.isOpenAt(now, 0) ? mark.rank : -1)
                        .thenComparingLong(Mark::atMillis));
    }

    static boolean anyOpen(List<Mark> marks, long millis, int atLeastRank) {
        for (Mark mark : marks) {
            if (mark.isOpenAt(millis, atLeastRank)) {
                return true;
            }
        }
        return false;
    }
}
