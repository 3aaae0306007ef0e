package dev.tocsin.loadtest.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells how much memory this process takes, as the system counts it. */
final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Memory() {}

    static final long NOT_KNOWN = -1;

    /** The most it ever had; or {@link #NOT_KNOWN}. */
    static long peakBytes() {
        long kilobytes = kilobytes("VmHWM:");
        return kilobytes == NOT_KNOWN ? NOT_KNOWN : kilobytes << 10;
    }

    private static long kilobytes(String key) {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(key))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(NOT_KNOWN);
        } catch (IOException notLinux) {
            return NOT_KNOWN;
        }
    }
}
