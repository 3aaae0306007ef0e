package dev.tocsin.loadtest.bench;

import java.util.Arrays;

/**
 * The accounts whose outputs are held against what they must be: all, or of many accounts as many as a driver can remember.
 *
 * @param oneIn of so many accounts one is followed
 */
record Sample(long oneIn) {
    private static final long MOST_FOLLOWED = 200_000;

    static Sample of(long accounts) {
        return new Sample((accounts + MOST_FOLLOWED - 1) / MOST_FOLLOWED);
    }

    /** By another hash than the producer's, which would choose whole partitions. */
    boolean follows(byte[] account) {
        long hash = (Arrays.hashCode(account) * 0x9E3779B97F4A7C15L) >>> 32;
        return hash % oneIn == 0;
    }
}
