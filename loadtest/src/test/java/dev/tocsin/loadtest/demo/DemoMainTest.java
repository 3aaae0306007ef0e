package dev.tocsin.loadtest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** What the command says before it starts anything. */
class DemoMainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return DemoMain.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void help_namesEveryOptionAndExitCode() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("--seconds", "--port-kafka", "--port-registry", "--port-http", "Exit codes:");
    }

    @Test
    void tooFewSeconds_areRefusedWithTheReason() {
        assertThat(run("--seconds", "49")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "--seconds must be at least 50: until then every kind of takeover has been" + " shown once.");
    }

    @Test
    void takenHttpPort_isOneSentenceThatNamesTheOption() throws IOException {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
            assertThat(run("--port-http", "" + taken.getLocalPort())).isEqualTo(2);
            assertThat(err.toString().lines()).hasSize(1);
            assertThat(err.toString())
                    .startsWith("Port " + taken.getLocalPort() + " on 127.0.0.1")
                    .contains("--port-http");
        }
    }

    @Test
    void portsThatAreNone_areRefused() {
        assertThat(run("--port-http", "65536")).isEqualTo(2);
        assertThat(err.toString()).contains("--port-http was 65536");
    }

    @Test
    void unknownOption_isNamed() {
        assertThat(run("--forever")).isEqualTo(2);
        assertThat(err.toString()).contains("'--forever'");
    }
}
