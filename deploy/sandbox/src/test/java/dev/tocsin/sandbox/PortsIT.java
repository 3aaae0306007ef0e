package dev.tocsin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsIT {

    @Test
    void free_port_is_free_and_never_one_that_outgoing_connections_get() {
        int port = Ports.free();

        assertThat(port).isBetween(20_000, 32_000);
        assertThatCode(() -> Ports.requireFree(port, "a test", "--port")).doesNotThrowAnyException();
    }

    @Test
    void taken_port_is_refused_with_the_port_and_the_option_to_choose_another() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, Ports.loopback())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Ports.requireFree(port, "Kafka", "--port-kafka"))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("Kafka")
                    .hasMessageContaining("--port-kafka");
        }
    }

    @Test
    void port_taken_on_all_addresses_is_refused_too() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Ports.requireFree(port, "Kafka", "--port-kafka"))
                    .isInstanceOfSatisfying(
                            PortInUseException.class, e -> assertThat(e.port()).isEqualTo(port));
        }
    }

    @Test
    void wanted_port_is_kept_and_zero_means_any() {
        assertThat(Ports.freeUnlessWanted(9092)).isEqualTo(9092);
        assertThat(Ports.freeUnlessWanted(0)).isPositive();
    }
}
