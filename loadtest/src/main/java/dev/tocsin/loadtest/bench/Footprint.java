package dev.tocsin.loadtest.bench;

/**
 * What a measured process takes of memory, in bytes.
 *
 * @param peak of the whole process, as the system counts it; or {@link Memory#NOT_KNOWN}
 * @param heap in use after a collection
 */
record Footprint(long peak, long heap, OffHeap offHeap) {
    /** Collects garbage, so only when nothing is measured any more. */
    static Footprint now(OffHeap offHeap) {
        long peak = Memory.peakBytes();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return new Footprint(peak, runtime.totalMemory() - runtime.freeMemory(), offHeap);
    }
}
