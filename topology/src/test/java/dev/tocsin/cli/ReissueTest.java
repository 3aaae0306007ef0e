package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.thresholds.Thresholds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A document is published again under another version, its text otherwise as it was. */
class ReissueTest {
    private static String reissued(String text) {
        return Reissue.of(Thresholds.parse("old", text), "new").text();
    }

    @Test
    void only_version_and_time_of_effect_change() {
        assertThat(reissued("""
                # Ours.
                version: "old"        # a name
                effective_from: 2026-01-01T00:00:00Z

                learning: { logins: 5 } # fewer
                """)).isEqualTo("""
                # Ours.
                version: "new"        # a name

                learning: { logins: 5 } # fewer
                """);
    }

    @Test
    void shipped_document_keeps_all_its_comments() {
        String shipped = Thresholds.defaults().text();
        String version = Thresholds.defaults().version();

        assertThat(reissued(shipped)).isEqualTo(shipped.replace("version: \"" + version + '"', "version: \"new\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: old|version: \"new\"",
                "version : 'it''s'|version: \"new\"",
                "\"version\": old # x|version: \"new\" # x",
                "version: old#1|version: \"new\""
            })
    void version_is_found_however_it_is_written(String line, String now) {
        assertThat(reissued("learning: { logins: 5 }\n" + line + "\n"))
                .isEqualTo("learning: { logins: 5 }\n" + now + "\n");
    }

    @Test
    void document_without_version_is_given_one_at_its_beginning() {
        assertThat(reissued("learning: { logins: 5 }\n")).isEqualTo("version: \"new\"\nlearning: { logins: 5 }\n");
        assertThat(reissued("# ours\n---\nlearning: { logins: 5 }\n"))
                .isEqualTo("# ours\n---\nversion: \"new\"\nlearning: { logins: 5 }\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ version: old, learning: { logins: 5 } }\n",
                "version:\n  old\nlearning: { logins: 5 }\n",
                "version: old\neffective_from:\n  2026-01-01T00:00:00Z\n",
                "version: \"old\n  er\"\n"
            })
    void document_that_cannot_be_edited_by_lines_is_left_to_its_owner(String text) {
        assertThatThrownBy(() -> reissued(text))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("cannot be published again as new")
                .hasMessageContaining("thresholds show --version old");
    }

    @Test
    void name_with_quotes_is_quoted() {
        Thresholds old = Thresholds.parse("old", "version: old");

        assertThat(Reissue.of(old, "a \"b\" \\c").version()).isEqualTo("a \"b\" \\c");
    }
}
