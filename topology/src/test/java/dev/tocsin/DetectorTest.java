package dev.tocsin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.cli.UserMistake;
import dev.tocsin.config.AppConfig;
import dev.tocsin.thresholds.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops the process before it touches Kafka. */
class DetectorTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void database_that_is_not_there_is_a_mistake_that_names_key_and_path() throws IOException {
        Path file = Files.writeString(folder.resolve("tocsin.yaml"), """
                kafka: { bootstrap.servers: "127.0.0.1:9092" }
                schema-registry: { url: "http://127.0.0.1:8081" }
                state-dir: /var/lib/tocsin
                enrichment: { asn-database: none.mmdb }
                """);
        AppConfig config = AppConfig.read(file, Map.of());

        assertThatThrownBy(() -> new Detector(config, Thresholds.defaults()))
                .isInstanceOf(UserMistake.class)
                .hasMessage("enrichment.asn-database: " + folder.resolve("none.mmdb") + ": there is no such file");
    }
}
