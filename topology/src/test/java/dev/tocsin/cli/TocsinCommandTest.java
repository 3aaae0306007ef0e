package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.config.AppConfig;
import dev.tocsin.thresholds.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line: help, mistakes, exit codes, and what {@code run} hands on. */
class TocsinCommandTest {
    private static final String CONFIG = """
            kafka: { bootstrap.servers: "127.0.0.1:9092" }
            schema-registry: { url: "http://127.0.0.1:8081" }
            state-dir: /var/lib/tocsin
            """;

    @TempDir
    private Path folder = Path.of("");

    private final CommandLineRun run = new CommandLineRun();

    @ParameterizedTest
    @CsvSource({"--help, Usage: tocsin", "run --help, Usage: tocsin run", "replay --help, Usage: tocsin replay"})
    void help_names_the_command_and_goes_to_standard_output(String command, String start) {
        run.tocsin((Object[]) command.split(" "));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith(start).contains("Exit codes:");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void help_lists_every_command() {
        assertThat(run.tocsin("--help").out()).contains("  run ", "  replay ", "  thresholds ");
    }

    @Test
    void version_names_the_program() {
        run.tocsin("--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("tocsin ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "frob", "run", "run --config", "replay --events x", "run --config x --create"})
    void wrong_arguments_give_two_lines_and_exit_code_2(String command) {
        run.tocsin((Object[]) (command.isEmpty() ? new String[0] : command.split(" ")));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(2).satisfies(lines -> {
            assertThat(lines.get(0)).startsWith("tocsin: ");
            assertThat(lines.get(1)).matches("Try 'tocsin( run| replay)? --help'\\.");
        });
    }

    @Test
    void run_hands_on_configuration_and_shipped_thresholds() throws IOException {
        Path config = Files.writeString(folder.resolve("tocsin.yaml"), CONFIG);
        List<Object> handed = new ArrayList<>();
        run.variable("TOCSIN_THREADS", "3").runner((settings, thresholds, createTopics) -> {
            handed.addAll(List.of(settings.threads(), thresholds, createTopics));
            return 7;
        });

        run.tocsin("run", "--config", config);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(handed).containsExactly(3, Thresholds.defaults(), false);
    }

    @Test
    void run_hands_on_thresholds_of_the_configuration_and_the_wish_for_topics() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), "version: mine");
        Path config = Files.writeString(folder.resolve("tocsin.yaml"), CONFIG + "thresholds: mine.yaml\n");
        List<Object> handed = new ArrayList<>();
        run.runner((settings, thresholds, createTopics) -> {
            handed.addAll(List.of(thresholds.version(), createTopics));
            return 0;
        });

        run.tocsin("run", "--create-topics", "--config", config);

        assertThat(handed).containsExactly("mine", true);
    }

    @Test
    void every_fault_of_a_configuration_is_told_without_a_stack_trace() throws IOException {
        Path config = Files.writeString(folder.resolve("tocsin.yaml"), CONFIG + "threads: x\ngrace: y\n");

        run.tocsin("run", "--config", config);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualToNormalizingNewlines("tocsin: " + config + """
                 has 2 faults:
                  - threads: expected a whole number from 1 to 1000, found "x" (line 4)
                  - grace: expected a duration from "0 s" to "24 h", found "y" (line 5)
                """.indent(0));
    }

    @Test
    void missing_configuration_and_wrong_thresholds_are_mistakes() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), "detectors: { new-city: { enabled: 1 } }");
        Path config = Files.writeString(folder.resolve("tocsin.yaml"), CONFIG + "thresholds: mine.yaml\n");

        assertThat(new CommandLineRun().tocsin("run", "--config", "nowhere.yaml"))
                .extracting(CommandLineRun::exitCode, CommandLineRun::err)
                .containsExactly(2, "tocsin: nowhere.yaml: there is no such file\n");
        assertThat(run.tocsin("run", "--config", config).err())
                .isEqualTo("tocsin: " + folder.resolve("mine.yaml")
                        + ": detectors.new-city.enabled: expected true or false, found \"1\" (line 1)\n");
    }

    @Test
    void mistake_that_the_runner_finds_is_told_in_its_sentence() throws IOException {
        assertThat(failingWith(new UserMistake("the topics differ")))
                .extracting(CommandLineRun::exitCode, CommandLineRun::err)
                .containsExactly(2, "tocsin: the topics differ\n");
    }

    @Test
    void failure_of_the_runner_shows_its_cause() throws IOException {
        CommandLineRun failed = failingWith(new IllegalStateException("broken"));

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("tocsin: stopped by an error", "IllegalStateException: broken", "\tat ");
    }

    private CommandLineRun failingWith(RuntimeException failure) throws IOException {
        Path config = Files.writeString(folder.resolve("tocsin.yaml"), CONFIG);
        run.runner((AppConfig settings, Thresholds thresholds, boolean createTopics) -> {
            throw failure;
        });
        return run.tocsin("run", "--config", config);
    }
}
