package dev.tocsin.loadtest.bench;

/**
 * How many records are worth a measurement.
 *
 * @param copy for variants that keep nothing, some 400,000 a second
 * @param keyed for those with one get and put, some 70,000 a second
 * @param dsl for the one with windows and joins, some 10,000 a second
 * @param fillPerAccount records before the first measurement, on average, so that most accounts are known
 * @param leastFill of them
 * @param mostDslFill the slow variant is given less to carry, which is in its favour
 */
record Scale(Slice copy, Slice keyed, Slice dsl, int fillPerAccount, long leastFill, long mostDslFill) {
    /**
     * With two cores the compiler has most of one for the first 25 seconds of a variant with state, and a pass must not begin
     * before it is done: 20 to 50 seconds of warm-up. What only copies is in no bar, and gets 4.
     */
    static final Scale FULL = new Scale(
            new Slice(1_200_000, 2, 400_000, 100_000),
            new Slice(2_000_000, 3, 300_000, 50_000),
            new Slice(300_000, 3, 50_000, 10_000),
            3,
            200_000,
            300_000);

    /** To see it work; the figures are those of a JVM that has just started. */
    static final Scale QUICK = new Scale(
            new Slice(300_000, 2, 150_000, 50_000),
            new Slice(120_000, 2, 60_000, 20_000),
            new Slice(15_000, 2, 10_000, 5_000),
            0,
            40_000,
            20_000);

    Scale filling(int perAccount) {
        return new Scale(copy, keyed, dsl, perAccount, leastFill, mostDslFill);
    }

    Slice slice(Variant.Lane lane) {
        return switch (lane) {
            case COPY -> copy;
            case KEYED -> keyed;
            case DSL -> dsl;
        };
    }

    /** Records that fill the stores of so many accounts. */
    long fill(Variant.Lane lane, long accounts) {
        long all = Math.max(leastFill, fillPerAccount * accounts);
        return switch (lane) {
            case COPY -> 0;
            case KEYED -> all;
            case DSL -> Math.min(all, mostDslFill);
        };
    }
}
