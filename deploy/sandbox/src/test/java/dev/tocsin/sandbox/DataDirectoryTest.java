package dev.tocsin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    private final Path root;

    DataDirectoryTest(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void second_owner_is_refused_until_the_first_has_closed() {
        SandboxOptions options = SandboxOptions.keptIn(root.resolve("data"));
        try (DataDirectory first = DataDirectory.open(options)) {
            assertThat(first.kafka()).doesNotExist();
            assertThatThrownBy(() -> DataDirectory.open(options))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageContaining(root.resolve("data").toString())
                    .hasMessageContaining("--data");
        }
        DataDirectory.open(options).close();
    }

    @Test
    void emptying_deletes_what_sandboxes_keep_and_nothing_else() throws IOException {
        try (DataDirectory directory = DataDirectory.open(SandboxOptions.keptIn(root))) {
            Path record = write(directory.kafka().resolve("tocsin.logins-0/0.log"));
            Path schemas = write(directory.registry().resolve("registry.mv.db"));
            Path notes = write(root.resolve("notes.txt"));

            directory.empty();

            assertThat(record).doesNotExist();
            assertThat(schemas).doesNotExist();
            assertThat(notes).exists();
        }
    }

    @Test
    void closing_deletes_a_temporary_directory_only() throws IOException {
        SandboxOptions kept = SandboxOptions.keptIn(root);
        SandboxOptions temporary = SandboxOptions.temporary();
        DataDirectory directory = DataDirectory.open(temporary);
        write(directory.kafka().resolve("meta.properties"));

        directory.close();
        DataDirectory.open(kept).close();

        assertThat(temporary.dataDirectory()).doesNotExist();
        assertThat(kept.dataDirectory()).exists();
    }

    @Test
    void file_in_the_place_of_the_directory_is_refused_by_its_name() throws IOException {
        Path file = write(root.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(SandboxOptions.keptIn(file)))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining(file.toString());
    }

    private static Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }
}
