package dev.tocsin.loadtest.market;

/** How long somebody waits from one attempt to the next. */
enum Gap {
    SECONDS(0.043, 0.13, 4_000, 55_000),
    MINUTES(0.105, 0.3, 60_000, 600_000),
    HOUR(0.045, 0.65, 600_000, Curve.HOUR),
    /** Later on the same day, or the next morning. */
    DAY(0.12, 1, 0, 0),
    WEEK(0.105, 1, 0, 0),
    /** Whenever the season has it. */
    FAR(0, 1, 0, 0);

    private static final Gap[] ALL = values();

    private final double share;
    private final double moves;
    private final long least;
    private final long most;

    Gap(double share, double moves, long least, long most) {
        this.share = share;
        this.moves = moves;
        this.least = least;
        this.most = most;
    }

    static Gap of(long mixed) {
        double left = Mix.unit(mixed);
        for (Gap gap : ALL) {
            left -= gap.share;
            if (left < 0) {
                return gap;
            }
        }
        return FAR;
    }

    /** Without getting up. */
    boolean isInSitting() {
        return compareTo(HOUR) <= 0;
    }

    /** The chance that a carrier has given a phone another address meanwhile. */
    double moves() {
        return moves;
    }

    long millis(double unit) {
        return least + (long) (unit * (most - least));
    }

    /** The share of attempts that follow another one in the same sitting, of people who always could. */
    static double inSitting() {
        return SECONDS.share + MINUTES.share + HOUR.share;
    }
}
