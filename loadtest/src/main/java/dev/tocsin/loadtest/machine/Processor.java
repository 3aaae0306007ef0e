package dev.tocsin.loadtest.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this machine computes with. */
final class Processor {
    private Processor() {}

    /** Its model, or its architecture where the system does not tell. */
    static String name() {
        String architecture = System.getProperty("os.arch", "unknown");
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        } catch (IOException notLinux) {
            return architecture;
        }
    }
}
