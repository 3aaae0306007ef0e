package dev.tocsin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox run by the command, as a person does, and another on its data afterwards. */
class RestartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String SCHEMA = "{\"schema\":\"\\\"long\\\"\"}";

    private final Path directory;

    private final int kafkaPort = Ports.free();
    private final int registryPort = Ports.free();

    RestartIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void records_topics_subjects_and_ids_survive_the_end_of_the_process() throws Exception {
        Process command = startCommand();
        KafkaClients kafka = new KafkaClients("127.0.0.1:" + kafkaPort);
        kafka.produce("tocsin.logins", "kept");
        String subject = "http://127.0.0.1:" + registryPort + "/subjects/kept-value/versions";
        String registered = Http.send("POST", subject, SCHEMA).body();
        String clusterId = clusterId(kafka);
        SandboxOptions sameAgain = SandboxOptions.keptIn(data()).withPorts(kafkaPort, registryPort);
        assertThatThrownBy(() -> Sandbox.start(sameAgain)).hasMessageContaining("Another sandbox is running");

        command.destroy();
        assertThat(command.onExit().join().exitValue()).isEqualTo(143);

        try (Sandbox restarted = Sandbox.start(sameAgain)) {
            assertThat(restarted.bootstrapServers()).isEqualTo(kafka.bootstrapServers());
            assertThat(clusterId(kafka)).isEqualTo(clusterId);
            assertThat(kafka.consume("tocsin.logins", 1)).containsExactly("kept");
            assertThat(Http.get(subject).body()).isEqualTo("[1]");
            assertThat(Http.send("POST", subject, SCHEMA).body()).isEqualTo(registered);
        }
    }

    private Process startCommand() throws IOException {
        Path output = directory.resolve("output");
        List<String> line = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dtocsin.registry.home=" + System.getProperty("tocsin.registry.home"),
                "-cp",
                System.getProperty("java.class.path"),
                SandboxMain.class.getName(),
                "--data=" + data(),
                "--port-kafka=" + kafkaPort,
                "--port-registry=" + registryPort);
        Process command = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        await().atMost(PATIENCE).until(() -> Files.readString(output).contains("Ctrl-C"));
        return command;
    }

    private Path data() {
        return directory.resolve("data");
    }

    private static String clusterId(KafkaClients kafka) throws Exception {
        try (var admin = kafka.admin()) {
            return admin.describeCluster().clusterId().get();
        }
    }
}
