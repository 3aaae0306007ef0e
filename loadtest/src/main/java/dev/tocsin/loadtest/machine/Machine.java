package dev.tocsin.loadtest.machine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What a report says that it was measured on.
 *
 * @param load how many wanted a core in the minute before, on average; negative where the system does not tell
 */
public record Machine(String processor, int cores, long memoryBytes, String system, String jvm, double load) {
    public static Machine here() {
        OperatingSystemMXBean bean = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                Processor.name(),
                bean.getAvailableProcessors(),
                bean.getTotalMemorySize(),
                bean.getName() + " " + bean.getVersion(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                bean.getSystemLoadAverage());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %.0f GiB, %s, %s; load %.1f in the minute before",
                processor,
                cores,
                memoryBytes / Math.pow(1024, 3),
                system,
                jvm,
                load);
    }
}
