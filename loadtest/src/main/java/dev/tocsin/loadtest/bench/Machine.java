package dev.tocsin.loadtest.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What it was measured on.
 *
 * @param load how many wanted a core in the minute before, on average; negative where the system does not tell
 */
record Machine(String processor, int cores, long memoryBytes, String system, String jvm, double load) {
    static Machine here() {
        OperatingSystemMXBean bean = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                processor(bean.getArch()),
                bean.getAvailableProcessors(),
                bean.getTotalMemorySize(),
                bean.getName() + " " + bean.getVersion(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                bean.getSystemLoadAverage());
    }

    private static String processor(String otherwise) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException notLinux) {
            return otherwise;
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %.0f GiB, %s, %s; load %.1f when it began",
                processor,
                cores,
                memoryBytes / Math.pow(1024, 3),
                system,
                jvm,
                load);
    }
}
