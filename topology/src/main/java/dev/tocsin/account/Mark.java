package dev.tocsin.account;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What memory keeps of an alert: enough for cooldown, and to know that an alert is open.
 *
 * @param key hash of the detector and what it fired on
 * @param rank of the severity, INFO = 0 to CRITICAL = 4
 * @param atMillis event time of the alert
 * @param trail what the alert says a later change may follow
 * @param standing who was told, which decides what it counts for
 */
public record Mark(long key, int rank, long atMillis, Trail trail, Standing standing) {
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

    /** Whom the alert reached; new ones go to the end. */
    public enum Standing {
        /** It went out. */
        RAISED,
        /** All detectors were in shadow: among themselves it counts as raised, and it silences no alert that goes out. */
        REHEARSED,
        /** Its detector was in shadow beside live ones: it silences its like in shadow and counts for nothing else. */
        SHADOW
    }

    public static final int LOW = 1;
    public static final int HIGH = 3;

    /** How long an alert counts as open: the longest default window of a sequence, and the common payout hold. */
    public static final long OPEN_MILLIS = 72 * 3_600_000L;

    public Mark(long key, int rank, long atMillis) {
        this(key, rank, atMillis, Trail.NONE);
    }

    public Mark(long key, int rank, long atMillis, Trail trail) {
        this(key, rank, atMillis, trail, Standing.RAISED);
    }

    /** The same for an alert in shadow beside live ones. */
    public Mark inShadow() {
        return new Mark(key, rank, atMillis, Trail.NONE, Standing.SHADOW);
    }

    /** The same for an alert of a rehearsal. */
    public Mark rehearsed() {
        return new Mark(key, rank, atMillis, trail, Standing.REHEARSED);
    }

    /** What reached nobody must not take the place of what did. */
    boolean outdates(Mark other) {
        return key == other.key && rank >= other.rank && atMillis >= other.atMillis && silences(other.standing);
    }

    /** True when it silences an alert of a standing: one never waits for another that fewer were told. */
    public boolean silences(Standing other) {
        return standing.compareTo(other) <= 0;
    }

    boolean isOpenAt(long millis, int atLeastRank) {
        return standing != Standing.SHADOW && rank >= atLeastRank && Math.abs(millis - atMillis) <= OPEN_MILLIS;
    }

    /**
     * Which of too many gives way: one in shadow, the newest too, as it must not close what was raised; else one that is not
     * open any more, else the mildest, and of those the oldest, but never the newest. A flood of mild alerts must not close
     * a severe one.
     *
     * @param marks two or more, the newest last
     */
    static Mark dispensable(List<Mark> marks) {
        Comparator<Mark> byAge = Comparator.comparingLong(Mark::atMillis);
        int newest = marks.size() - 1;
        long now = marks.get(newest).atMillis;
        return marks.stream()
                .filter(mark -> mark.standing == Standing.SHADOW)
                .min(byAge)
                .orElseGet(() -> Collections.min(
                        marks.subList(0, newest),
                        Comparator.<Mark>comparingInt(mark -> mark.isOpenAt(now, 0) ? mark.rank : -1)
                                .thenComparing(byAge)));
    }

    static boolean anyOpen(List<Mark> marks, long millis, int atLeastRank) {
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).isOpenAt(millis, atLeastRank)) {
                return true;
            }
        }
        return false;
    }
}
