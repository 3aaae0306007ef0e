package dev.tocsin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxMainTest {

    private final Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    SandboxMainTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void help_names_every_option_and_its_default() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--port-kafka", "9092", "--port-registry", "8081", "--data", "--fresh");
    }

    @Test
    void unknown_option_is_refused_by_name() {
        assertThat(run("--prot-kafka", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("--prot-kafka");
    }

    @Test
    void port_out_of_range_is_one_sentence_and_no_stack_trace() {
        assertThat(run("--data", data.toString(), "--port-kafka", "70000")).isEqualTo(2);
        assertThat(err.toString()).contains("it was 70000").doesNotContain("\tat ");
    }

    @Test
    void directory_in_use_is_one_sentence_and_no_stack_trace() {
        try (DataDirectory other = DataDirectory.open(SandboxOptions.keptIn(data))) {
            assertThat(other.kafka()).doesNotExist();
            assertThat(run("--data", data.toString())).isEqualTo(2);
        }
        assertThat(err.toString())
                .contains("Another sandbox is running on " + data)
                .doesNotContain("\tat ");
    }

    @Test
    void guide_names_both_addresses_and_every_topic() {
        assertThat(SandboxGuide.of("127.0.0.1:1", "http://127.0.0.1:2"))
                .contains("127.0.0.1:1 ", "curl http://127.0.0.1:2/subjects")
                .contains(SandboxTopics.NAMES);
    }

    private int run(String... arguments) {
        return SandboxMain.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
