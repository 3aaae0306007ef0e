package dev.tocsin.loadtest.bench;

/**
 * The records of one measurement.
 *
 * <pre>
 *   ── warm-up, thrown away ──│── passes of equal length, measured ──│── cool-down ──
 * </pre>
 *
 * <p>In the cool-down partitions run dry one after the other, which is no measure of anything.
 *
 * @param warmUp records until the compiler has done its work
 * @param pass records of each pass
 */
record Slice(long warmUp, int passes, long pass, long coolDown) {
    /** Nothing measured: fills the stores. */
    static Slice unmeasured(long records) {
        return new Slice(records, 0, 0, 0);
    }

    long records() {
        return warmUp + passes * pass + coolDown;
    }
}
