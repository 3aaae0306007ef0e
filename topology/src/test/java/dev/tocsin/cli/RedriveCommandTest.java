package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a command or a file of corrections is told before anything is read or sent. */
class RedriveCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private final CommandLineRun run = new CommandLineRun();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense                                        | line 1: this is not JSON",
                "[1]                                             | line 1: expected an object with partition, offset",
                "{\"offset\":1}                                  | line 1: partition: expected a whole number",
                "{\"partition\":0,\"offset\":-1}                 | line 1: offset: expected a whole number",
                "{\"partition\":0,\"offset\":1,\"event\":7}      | line 1: event: expected an object",
                "{\"partition\":0,\"offset\":1,\"key\":\"\"}     | line 1: key: expected text",
                "{\"partition\":0,\"offset\":1,\"discard\":true} | line 1: discard: expected text",
                "{\"partition\":0,\"offset\":1,\"offset\":2}     | line 1: this is not JSON",
            })
    void line_that_is_no_correction_is_named(String line, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("c.jsonl"), line + "\n");
        run.tocsin("redrive", "--config", config(), "--corrections", file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("tocsin: ").contains(sentence).hasLineCount(1);
    }

    @Test
    void second_correction_of_a_letter_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("c.jsonl"), """
                {"partition":0,"offset":1,"key":"a"}

                {"partition":0,"offset":1,"key":"b"}
                """);
        run.tocsin("redrive", "--config", config(), "--corrections", file);

        assertThat(run.err()).contains("line 3: a second correction of 0:1");
    }

    @ParameterizedTest
    @CsvSource({"--offsets,17,0:17-40", "--offsets,0:x,0:17", "--from,today,2026-11-01", "--to,1,2026-11-01"})
    void selection_that_is_none_is_told_with_an_example(String option, String value, String example)
            throws IOException {
        run.tocsin("redrive", "--config", config(), option, value);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(option + ": expected", example, "found " + value);
    }

    @Test
    void missing_file_of_corrections_is_named() throws IOException {
        run.tocsin("redrive", "--config", config(), "--corrections", folder.resolve("none"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("none: this is no file of UTF-8 text");
    }

    private Path config() throws IOException {
        return Files.writeString(folder.resolve("tocsin.yaml"), """
                kafka: { bootstrap.servers: "127.0.0.1:1" }
                schema-registry: { url: "http://127.0.0.1:1" }
                state-dir: /var/lib/tocsin
                """);
    }
}
