package dev.tocsin.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;

/** Finds free loopback ports and tells when a wanted one is taken. */
final class Ports {

    /**
     * Below the ranges that Linux (32768 up) and macOS (49152 up) hand to outgoing connections. A port from those
     * could be lost to any client while the broker is stopped for an outage test; worse, a client that keeps trying
     * to reconnect can be given the very port it dials and connect to itself.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES = 200;
    private static final Random RANDOM = new Random();

    private Ports() {}

    /** Gives {@code wanted} back, or a free port when that is 0. */
    static int freeUnlessWanted(int wanted) {
        return wanted == 0 ? free() : wanted;
    }

    static int free() {
        for (int i = 0; i < TRIES; i++) {
            int candidate = RANDOM.nextInt(LOWEST, HIGHEST);
            if (isFree(candidate)) {
                return candidate;
            }
        }
        throw new SandboxException("No free port on 127.0.0.1 between " + LOWEST + " and " + HIGHEST + ".");
    }

    /** Throws {@link PortInUseException} when {@code port} is taken; {@code option} is how to choose another. */
    static void requireFree(int port, String purpose, String option) {
        if (!isFree(port)) {
            throw new PortInUseException(purpose, port, option);
        }
    }

    static InetAddress loopback() {
        // Not getLoopbackAddress(): that may be ::1, and every URL we print says 127.0.0.1.
        try {
            return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As Kafka does: connections of the last owner that linger in TIME_WAIT are no reason to refuse.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
