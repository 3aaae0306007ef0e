package dev.tocsin.loadtest.market;

/**
 * Splits a casual account's attempts into sittings, some of which follow another within days.
 *
 * <pre>
 *   attempt   0      1 2        3            4 5         6
 *   gap       FAR    SECONDS..  DAY          FAR HOUR    WEEK
 *   sitting   └─ at its slot ─┘ └─ 8 h on ─┘ └─ slot ──┘ └─ 97 h on ─┘
 * </pre>
 *
 * <p>An attempt that comes after a {@link Gap#FAR far} gap is at the time of its slot. What follows it soon is as much later as
 * one of few fixed delays says. So whoever walks all slots once for each delay, so much later, meets every sitting at its
 * time, and nothing has to be remembered from one sitting to the next.
 */
final class Sittings {
    /** In hours from the slot's time; those of days and more keep its hour, nearly. */
    private static final int[] DELAYS = {0, 3, 8, 21, 26, 49, 73, 97, 143};

    private static final long NONE = -1;
    private static final long GAPS = 1;
    private static final long CHOICES = 2;

    private final long seed;

    Sittings(long seed) {
        this.seed = seed;
    }

    static int delays() {
        return DELAYS.length;
    }

    static long delay(int index) {
        return DELAYS[index] * Curve.HOUR;
    }

    /** Before the attempt of a slot, which is an account's nth of the season, from 0. */
    Gap gap(long season, long slot, int attempt) {
        return attempt == 0 ? Gap.FAR : Gap.of(Mix.of(seed + GAPS, season, slot));
    }

    /**
     * The sitting with some delay among those that begin with a slot.
     *
     * @return its first and last attempt, see {@link #first} and {@link #last}, or a negative number when there is none
     */
    long find(long season, long slot, int attempt, int attempts, int delay) {
        if (gap(season, slot, attempt) != Gap.FAR) {
            return NONE;
        }
        int current = 0;
        int first = attempt;
        for (int i = attempt + 1; i < attempts; i++) {
            Gap gap = gap(season, slot + i - attempt, i);
            if (gap == Gap.FAR) {
                return current == delay ? span(first, i - 1) : NONE;
            }
            int next = gap.isInSitting() ? current : later(current, gap, Mix.of(seed + CHOICES, season, slot + i));
            if (next != current) {
                if (current == delay) {
                    return span(first, i - 1);
                }
                if (next > delay) {
                    return NONE;
                }
                current = next;
                first = i;
            }
        }
        return current == delay ? span(first, attempts - 1) : NONE;
    }

    /** A delay that is later by about the gap; the same one when there is none left, and the attempt joins the sitting. */
    private static int later(int current, Gap gap, long mixed) {
        int from = current + 1;
        int to = from;
        while (to < DELAYS.length && DELAYS[to] - DELAYS[current] < 24) {
            to++;
        }
        if (gap == Gap.WEEK) {
            from = to;
            to = DELAYS.length;
        }
        return from == to ? current : from + (int) Long.remainderUnsigned(mixed, to - from);
    }

    private static long span(int first, int last) {
        return ((long) first << 32) | last;
    }

    static int first(long found) {
        return (int) (found >>> 32);
    }

    static int last(long found) {
        return (int) found;
    }
}
