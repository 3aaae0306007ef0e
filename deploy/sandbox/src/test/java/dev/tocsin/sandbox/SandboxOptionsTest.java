package dev.tocsin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxOptionsTest {

    @Test
    void kept_sandbox_has_the_usual_ports_and_leaves_its_data() {
        SandboxOptions options = SandboxOptions.keptIn(Path.of("data"));

        assertThat(options)
                .isEqualTo(new SandboxOptions(Path.of("data").toAbsolutePath(), 9092, 8081, true, false, false));
    }

    @Test
    void temporary_sandbox_has_free_ports_and_an_own_directory_to_delete() throws IOException {
        SandboxOptions options = SandboxOptions.temporary();

        assertThat(options.dataDirectory()).isEmptyDirectory();
        assertThat(options).isEqualTo(new SandboxOptions(options.dataDirectory(), 0, 0, true, false, true));
        Files.delete(options.dataDirectory());
    }

    @Test
    void each_change_leaves_the_rest() {
        SandboxOptions options = SandboxOptions.keptIn(Path.of("data"))
                .withPorts(1, 2)
                .withoutRegistry()
                .emptied();

        assertThat(options).isEqualTo(new SandboxOptions(Path.of("data").toAbsolutePath(), 1, 2, false, true, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void port_out_of_range_is_refused_by_its_number(int port) {
        SandboxOptions options = SandboxOptions.keptIn(Path.of("data"));

        assertThatThrownBy(() -> options.withPorts(port, 0)).hasMessageContaining("it was " + port);
        assertThatThrownBy(() -> options.withPorts(0, port)).hasMessageContaining("it was " + port);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535})
    void port_at_the_edge_of_the_range_is_taken(int port) {
        assertThat(SandboxOptions.keptIn(Path.of("data")).withPorts(port, port).kafkaPort())
                .isEqualTo(port);
    }
}
