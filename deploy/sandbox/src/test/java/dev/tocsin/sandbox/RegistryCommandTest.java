package dev.tocsin.sandbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryCommandTest {

    private final Path directory;

    RegistryCommandTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void unknown_place_of_the_registry_is_told_with_the_property_to_set() {
        assertThatThrownBy(() -> RegistryCommand.in(directory, null))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("tocsin.registry.home");
    }

    @Test
    void missing_registry_is_told_with_its_place_and_how_to_get_it() {
        Path missing = directory.resolve("missing");

        assertThatThrownBy(() -> RegistryCommand.in(directory, missing.toString()))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("mvn -pl deploy/sandbox package");
    }

    @Test
    void directory_without_a_registry_counts_as_missing() {
        assertThatThrownBy(() -> RegistryCommand.in(directory, directory.toString()))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("is not unpacked");
    }
}
