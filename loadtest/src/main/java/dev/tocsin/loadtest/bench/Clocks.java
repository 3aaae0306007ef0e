package dev.tocsin.loadtest.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Scanner;
import java.util.Set;

/** Reads the clocks of this process, of the broker's and of the machine. */
final class Clocks {
    private static final Path STAT = Path.of("/proc/stat");

    /** In /proc/stat, on every Linux that runs a JVM. */
    private static final long NANOS_PER_TICK = 10_000_000;

    /** User, nice, system; then idle and waiting, which are no work; then interrupts. */
    private static final Set<Integer> WORK = Set.of(1, 2, 3, 6, 7);

    private static final int LAST = 7;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long brokerPid;

    Clocks(long brokerPid) {
        this.brokerPid = brokerPid;
    }

    Reading read(long records) {
        return new Reading(System.nanoTime(), records, system.getProcessCpuTime(), brokerCpu(), machineCpu());
    }

    private long brokerCpu() {
        return ProcessHandle.of(brokerPid)
                .flatMap(broker -> broker.info().totalCpuDuration())
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private static long machineCpu() {
        try (Scanner first = new Scanner(STAT, StandardCharsets.UTF_8)) {
            first.next(); // the word cpu
            long ticks = 0;
            for (int i = 1; i <= LAST; i++) {
                long column = first.nextLong();
                ticks += WORK.contains(i) ? column : 0;
            }
            return NANOS_PER_TICK * ticks;
        } catch (IOException | NoSuchElementException notLinux) {
            return 0;
        }
    }
}
