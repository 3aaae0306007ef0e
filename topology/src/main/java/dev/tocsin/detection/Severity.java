package dev.tocsin.detection;

/** How bad it would be if the signal is right. */
public enum Severity {
    INFO(0),
    LOW(1),
    MEDIUM(2),
    HIGH(3),
    CRITICAL(4);

    private static final Severity[] BY_RANK = values();

    private final int rank;

    Severity(int rank) {
        this.rank = rank;
    }

    /** 0 for INFO to 4 for CRITICAL; remembered in {@code dev.tocsin.account.Mark}, so it never changes. */
    public int rank() {
        return rank;
    }

    /** The severity of a rank. */
    public static Severity ofRank(int rank) {
        return BY_RANK[rank];
    }

    /** So many steps up, or down for a negative number; it ends at INFO and CRITICAL. */
    public Severity moved(int steps) {
        return BY_RANK[Math.max(INFO.rank, Math.min(rank + steps, CRITICAL.rank))];
    }

    public boolean isAtLeast(Severity other) {
        return compareTo(other) >= 0;
    }

    public static Severity min(Severity one, Severity other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
