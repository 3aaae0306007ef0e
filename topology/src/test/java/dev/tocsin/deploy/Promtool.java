package dev.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Prometheus' own checker, where it is installed. */
final class Promtool {
    private Promtool() {}

    /** Skips the test that calls it where there is no promtool. */
    static void accepts(String... arguments) throws IOException, InterruptedException {
        assumeTrue(isThere(), "promtool is not here (Debian: apt-get install prometheus); rules are not tried out");
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static boolean isThere() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("promtool", "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
