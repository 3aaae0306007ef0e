package dev.tocsin.loadtest.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the demo runs.
 *
 * @param length of the live traffic; empty for until Ctrl-C
 */
record DemoOptions(Optional<Duration> length, int kafkaPort, int registryPort, int httpPort) {
    /** Until then every headline detector has had its story. */
    static final int SHORTEST_SECONDS = 50;

    private static final int HIGHEST_PORT = 65_535;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /**
     * Checks what can be checked before anything starts.
     *
     * @throws DemoException with exit code 2
     */
    static DemoOptions of(@Nullable Integer seconds, int kafkaPort, int registryPort, int httpPort) {
        if (seconds != null && seconds < SHORTEST_SECONDS) {
            throw DemoException.ofUsage("--seconds must be at least " + SHORTEST_SECONDS
                    + ": until then every kind of takeover has been shown once.");
        }
        return new DemoOptions(
                Optional.ofNullable(seconds).map(Duration::ofSeconds), kafkaPort, registryPort, usable(httpPort));
    }

    /** The sandbox checks its two ports in the same way, but the HTTP server would start after many seconds only. */
    private static int usable(int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw DemoException.ofUsage(
                    "A port is a number from 1 to 65535, or 0 for any free one; --port-http was " + port + ".");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw DemoException.ofUsage("Port " + port + " on 127.0.0.1, wanted for health, metrics and look-ups, is"
                    + " already in use. Stop what listens there, or choose another port with --port-http.");
        }
    }
}
