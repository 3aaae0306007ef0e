package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.thresholds.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands about thresholds that need no broker. */
class ThresholdsCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private final CommandLineRun run = new CommandLineRun();

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thresholds --help",
                "thresholds validate --help",
                "thresholds show --help",
                "thresholds diff --help",
                "thresholds publish --help",
                "thresholds history --help",
                "thresholds rollback --help"
            })
    void help_names_the_command(String command) {
        run.tocsin((Object[]) command.split(" "));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: tocsin " + command.replace(" --help", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thresholds",
                "thresholds frob",
                "thresholds validate",
                "thresholds diff a",
                "thresholds publish x.yaml",
                "thresholds history",
                "thresholds rollback --to a"
            })
    void wrong_arguments_give_exit_code_2(String command) {
        run.tocsin((Object[]) command.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("tocsin: ").contains("--help");
    }

    @Test
    void good_document_is_summed_up() throws IOException {
        Path mine = file("mine.yaml", """
                version: spring
                detectors:
                  failed-burst: { failures: 5 }
                  new-city: { enabled: false }
                  new-asn: { mode: shadow }
                segments: { sellers: { learning: { logins: 5 } } }
                """);

        run.tocsin("thresholds", "validate", mine);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("""
                        %s is good: version spring, in force as soon as it is published
                        detectors: 32 on, 1 of them in shadow (new-asn), 1 off (new-city)
                        segments: sellers
                        other than shipped (%s):
                        """.formatted(mine, Thresholds.defaults().version()))
                .contains(
                        "  detectors.failed-burst.failures: 10 -> 5\n",
                        "  detectors.new-city.enabled: true -> false\n",
                        "  detectors.new-asn.mode: live -> shadow\n",
                        "  segments.sellers.learning.logins: not set -> 5\n");
    }

    @Test
    void document_that_changes_nothing_is_told_to_be_as_shipped() throws IOException {
        run.tocsin(
                "thresholds", "validate", file("mine.yaml", "version: mine\neffective_from: 2000-01-01T00:00:00Z\n"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("which has passed", "33 on, 0 of them in shadow, 0 off");
    }

    @Test
    void every_fault_of_a_document_is_told() throws IOException {
        Path mine = file("mine.yaml", "version: ''\ndetectors: { new-contry: {} }\n");

        run.tocsin("thresholds", "validate", mine);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("tocsin: " + mine + " has 2 faults:").contains("did you mean new-country?");
    }

    @Test
    void shown_document_is_the_text_as_it_is() throws IOException {
        Path mine = file("mine.yaml", "# größer\nversion: mine # no line end");

        assertThat(new CommandLineRun().tocsin("thresholds", "show").out())
                .isEqualTo(Thresholds.defaults().text());
        assertThat(run.tocsin("thresholds", "show", mine).out()).isEqualTo("# größer\nversion: mine # no line end");
    }

    @Test
    void schema_is_json() throws IOException {
        run.tocsin("thresholds", "schema");

        assertThat(run.exitCode()).isZero();
        assertThat(new JsonMapper().readTree(run.out()).has("properties")).isTrue();
    }

    @Test
    void detector_in_shadow_that_waits_for_others_is_noted() throws IOException {
        Path mine = file("mine.yaml", """
                version: mine
                detectors:
                  new-country: { mode: shadow }
                  new-context: { mode: shadow }
                  impossible-travel: { mode: shadow }
                  new-location-then-sensitive: { mode: shadow }
                """);

        assertThat(run.tocsin("thresholds", "validate", mine).out()).contains("note: ", "new-location-then-sensitive");
    }

    @Test
    void options_that_contradict_each_other_are_told() throws IOException {
        Path mine = file("mine.yaml", "version: mine");

        assertThat(run.tocsin("thresholds", "show", mine, "--config", mine).err())
                .isEqualTo("tocsin: give a file or --config, not both\n");
        assertThat(new CommandLineRun()
                        .tocsin("thresholds", "show", "--version", "a")
                        .err())
                .startsWith("tocsin: --version needs --config");
        assertThat(new CommandLineRun().tocsin("thresholds", "diff", "shipped", "published:a"))
                .satisfies(diff -> assertThat(diff.exitCode()).isEqualTo(2))
                .extracting(CommandLineRun::err)
                .asString()
                .contains("--config");
    }

    @Test
    void difference_of_two_documents_is_one_line_a_path_and_nothing_for_comments() throws IOException {
        Path one = file("one.yaml", "version: one\n");
        Path two = file("two.yaml", "version: two # other\ndetectors: { failed-burst: { failures: 5 } }\n");

        assertThat(new CommandLineRun().tocsin("thresholds", "diff", one, two).out())
                .isEqualTo("detectors.failed-burst.failures: 10 -> 5\n");
        assertThat(new CommandLineRun()
                        .tocsin("thresholds", "diff", two, "shipped")
                        .out())
                .isEqualTo("detectors.failed-burst.failures: 5 -> 10\n");
        assertThat(run.tocsin("thresholds", "diff", one, "shipped"))
                .extracting(CommandLineRun::exitCode, CommandLineRun::out)
                .containsExactly(0, "");
    }

    @Test
    void time_of_effect_that_has_passed_is_refused_before_any_broker_is_asked() throws IOException {
        Path mine = file("mine.yaml", "version: mine\neffective_from: 2020-01-01T00:00:00Z\n");

        run.tocsin("thresholds", "publish", mine, "--config", folder.resolve("none.yaml"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("tocsin: effective_from is 2020-01-01T00:00:00Z and that has passed.");
    }
}
