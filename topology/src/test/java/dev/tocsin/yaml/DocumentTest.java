package dev.tocsin.yaml;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person is told of a document that cannot be read. */
class DocumentTest {
    @TempDir
    private Path folder = Path.of("");

    private final Faults faults = new Faults(Refused::new);

    static List<Arguments> unreadable() {
        return List.of(
                Arguments.of("", "doc: this is empty"),
                Arguments.of("# only a comment\n", "doc: this is empty"),
                Arguments.of("{}", "doc: this is empty"),
                Arguments.of("---\n", "doc: this is empty"),
                Arguments.of(
                        "\uFEFFa: 1\n",
                        "doc: this starts with a byte-order mark; save it as UTF-8 without one (line 1)"),
                Arguments.of(
                        "a: 1\nb: 2\r\n",
                        "doc: this has Windows line ends (CR LF); save it with Unix ones (LF) (line 2)"),
                Arguments.of("just words", "doc: expected a map of keys, found \"just words\" (line 1)"),
                Arguments.of("- 1\n- 2\n", "doc: expected a map of keys, found a list (line 1)"),
                Arguments.of("a: 1\n---\nb: 2\n", "doc: a second document starts here (---); keep one (line 3)"),
                Arguments.of("a: [1\nb: 2\n", "doc: this is not YAML: expected ',' or ']', but got : (line 2)"),
                Arguments.of(
                        "a: 1\n\tb: 2\n",
                        "doc: this is not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation) (line 2)"),
                Arguments.of("? [a]\n: b\n", "doc: this is not YAML: Expected a field name (Scalar value in YAML)"),
                Arguments.of("a: \u0007\n", "doc: this is not YAML: special characters are not allowed"),
                Arguments.of("a: &x 1\nb: *x\n", "doc: aliases such as *x are not read; write it out (line 2)"),
                Arguments.of(
                        "&x a: 1\n*x : 2\n", "doc: this is not YAML: Expected a field name (Scalar value in YAML)"),
                Arguments.of(
                        "a: " + "[".repeat(40) + "]".repeat(40),
                        "doc: this is nested more than 16 levels deep (line 1)"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void unreadable_document_is_refused_with_a_sentence(String text, String sentence) {
        assertThatThrownBy(() -> read(text.getBytes(UTF_8)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void alias_bomb_is_refused_at_its_first_alias() {
        String bomb = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n")
                .reduce("a0: &a0 [x,x,x,x,x,x,x,x,x]\n", String::concat);

        assertThatThrownBy(() -> read(bomb.getBytes(UTF_8)))
                .hasMessage("doc: aliases such as *a0 are not read; write it out (line 2)");
    }

    @Test
    void document_of_one_mebibyte_is_read_and_one_byte_more_is_refused() throws IOException {
        String longest = "a: " + "x".repeat(TextFile.MAX_BYTES - 4) + "\n";

        assertThat(read(longest.getBytes(UTF_8)).has("a")).isTrue();
        assertThatThrownBy(() -> read(('a' + longest).getBytes(UTF_8)))
                .hasMessage("doc: this is larger than 1 MiB, the most that is read");
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        assertThatThrownBy(() -> read("a: 1\n".getBytes(UTF_16))).hasMessage("doc: this is not UTF-8 text");
    }

    @Test
    void directory_and_missing_file_are_told_apart() {
        assertThatThrownBy(() -> Section.read(folder, Overrides.none(), faults))
                .hasMessage("doc: this is a directory; give a file");
        assertThatThrownBy(() -> Section.read(folder.resolve("none.yaml"), Overrides.none(), faults))
                .hasMessage("doc: there is no such file");
    }

    @Test
    void syntax_error_does_not_quote_the_line_which_may_hold_a_secret() {
        assertThatThrownBy(() -> read("sasl.password: hunter2: x\n".getBytes(UTF_8)))
                .hasMessage("doc: this is not YAML: mapping values are not allowed here (line 1)");
    }

    @Test
    void key_given_twice_is_a_fault_beside_the_others() {
        Section document = Section.parse("a: 1\nb:\n  c: x\n  c: 2\na: 3\n", Overrides.none(), faults);
        document.get("a", Value.COUNT, 0);
        document.section("b").get("c", Value.COUNT, 0);

        assertThatThrownBy(faults::throwIfAny)
                .hasMessage("doc has 3 faults:"
                        + "\n  - b.c: expected a whole number, found \"x\" (line 3)"
                        + "\n  - b.c: is given twice, first on line 3; keep one (line 4)"
                        + "\n  - a: is given twice, first on line 1; keep one (line 5)");
    }

    private Section read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("doc.yaml"), bytes);
        return Section.read(file, Overrides.none(), faults);
    }

    /** What the owner of a document throws. */
    private static final class Refused extends InvalidDocumentException {
        private static final long serialVersionUID = 1L;

        Refused(List<Fault> faults) {
            super("doc", faults);
        }
    }
}
