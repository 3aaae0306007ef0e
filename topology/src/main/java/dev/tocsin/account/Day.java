package dev.tocsin.account;

/** UTC days since 1970: fine enough for trust, and two bytes smaller than a time. */
public final class Day {
    private static final long MILLIS = 86_400_000;

    private Day() {}

    /** Full days from one moment to a later one. */
    public static int between(long fromMillis, long toMillis) {
        return (int) ((toMillis - fromMillis) / MILLIS);
    }

    public static int of(long atMillis) {
        return (int) Math.floorDiv(atMillis, MILLIS);
    }
}
