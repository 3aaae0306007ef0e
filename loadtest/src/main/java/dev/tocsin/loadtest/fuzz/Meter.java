package dev.tocsin.loadtest.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What one record may cost: bytes allocated by the thread that reads it. */
final class Meter {
    private static final int TIMES_ITS_SIZE = 64;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long allowance;
    private long most;
    private long longestNanos;

    /** @param allowance bytes that any record may cost, beside a multiple of its own size */
    Meter(long allowance) {
        this.allowance = allowance;
    }

    /**
     * Measures the reading of one record.
     *
     * @return false when it cost more than a record of its size may
     */
    boolean isBounded(int size, Runnable reading) {
        long nanos = System.nanoTime();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        reading.run();
        bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        longestNanos = Math.max(longestNanos, System.nanoTime() - nanos);
        most = Math.max(most, bytes);
        return bytes <= allowance + (long) TIMES_ITS_SIZE * size;
    }

    /** Of one record. */
    long mostBytes() {
        return most;
    }

    long longestMillis() {
        return longestNanos / 1_000_000;
    }
}
