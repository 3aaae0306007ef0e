package dev.tocsin.loadtest.chaos;

import dev.tocsin.loadtest.machine.Processor;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Describes in a sentence what a measurement ran on. */
final class Machine {
    private Machine() {}

    static String describe() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%s, on %d cores (%s), %d GiB of memory, %s %s, JDK %s, load average %.1f at the end.",
                LocalDate.now(ZoneOffset.UTC),
                system.getAvailableProcessors(),
                Processor.name(),
                Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
                system.getName(),
                system.getVersion(),
                Runtime.version().feature(),
                system.getSystemLoadAverage());
    }
}
