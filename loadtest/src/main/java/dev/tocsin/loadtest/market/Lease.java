package dev.tocsin.loadtest.market;

/** For how long a provider lets a home keep its address. */
enum Lease {
    DAYS(0.02, 3),
    WEEKS(0.28, 25),
    MONTHS(0.48, 120),
    YEARS(0.22, 2_000);

    /** Of new addresses, those that differ in the last octet only (Mishra et al. 2020 find that most do). */
    private static final int NEARBY_OF_TEN = 7;

    private static final Lease[] ALL = values();

    private final double share;
    private final long length;

    Lease(double share, int days) {
        this.share = share;
        this.length = days * Curve.DAY;
    }

    static Lease of(double unit) {
        double left = unit;
        for (Lease lease : ALL) {
            left -= lease.share;
            if (left < 0) {
                return lease;
            }
        }
        return YEARS;
    }

    /** A home's address at a moment. */
    int address(Way way, long key, long at) {
        long turn = Math.floorDiv(at + Math.floorMod(key, length), length);
        long mixed = Mix.of(key, 8, turn);
        int first = way.address(Mix.of(key, 9));
        if (Long.remainderUnsigned(mixed, 10) < NEARBY_OF_TEN) {
            return (first & ~0xff) | (int) (mixed >>> 56);
        }
        return way.address(mixed >>> 8);
    }
}
