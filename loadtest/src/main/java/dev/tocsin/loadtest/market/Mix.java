package dev.tocsin.loadtest.market;

/** Mixes numbers into one that looks random, and is the same whenever it is asked for. */
final class Mix {
    static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private Mix() {}

    static long of(long a, long b) {
        return finish(finish(a + GOLDEN) + b * GOLDEN);
    }

    static long of(long a, long b, long c) {
        return finish(of(a, b) + c * GOLDEN);
    }

    static long of(long a, long b, long c, long d) {
        return finish(of(a, b, c) + d * GOLDEN);
    }

    /** From 0 to less than 1. */
    static double unit(long mixed) {
        return (mixed >>> 11) * 0x1p-53;
    }

    /** Variant 13 of Stafford's finalizers, as {@code SplittableRandom} has it. */
    static long finish(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return x ^ (x >>> 31);
    }
}
