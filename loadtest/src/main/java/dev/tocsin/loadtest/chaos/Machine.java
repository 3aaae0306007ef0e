package dev.tocsin.loadtest.chaos;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
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
                processor(),
                Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
                system.getName(),
                system.getVersion(),
                Runtime.version().feature(),
                system.getSystemLoadAverage());
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return System.getProperty("os.arch", "unknown");
        }
    }
}
