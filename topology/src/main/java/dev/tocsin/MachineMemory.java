package dev.tocsin;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How much of the machine's memory, or of the container's limit, and of the heap accounts' states may take when nobody says. */
final class MachineMemory {
    /** Beside a heap of 40 to 50 % there is room left for the JVM itself, for threads and for the allocator's waste. */
    private static final int SHARE = 4;

    /** The rest of the heap is for what an event makes and a collection takes away. */
    private static final int SHARE_OF_HEAP = 8;

    /** A detector on a large machine without a limit is not alone there. */
    private static final long MOST = 2L << 30;

    private MachineMemory() {}

    static long forRocksDb() {
        return share(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
    }

    static long forRecentAccounts() {
        return Math.min(MOST, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** Bytes of so many in all. */
    static long share(long total) {
        return Math.min(MOST, total / SHARE);
    }
}
