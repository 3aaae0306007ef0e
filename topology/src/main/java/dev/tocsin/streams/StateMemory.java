package dev.tocsin.streams;

/**
 * How much of accounts' states an instance may hold in memory, over all its partitions.
 *
 * @param rocksDbBytes blocks, indexes and write buffers of RocksDB, beside the heap; the first application of a process decides
 * @param recentBytes states of the accounts that came last, in the heap; 0 for none
 */
public record StateMemory(long rocksDbBytes, long recentBytes) {
    /** Enough for a million accounts in reach, and for a test beside others. */
    public static final StateMemory USUAL = new StateMemory(256L << 20, 64L << 20);
}
