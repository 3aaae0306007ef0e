package dev.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the threat model calls its witnesses is there. */
class SecurityDocumentTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))(?:#(\\w+))?`");
    private static final Pattern CODE = Pattern.compile("`((?:[A-Z][a-z]+){2,})`");

    /** Words of Kafka and YAML that look like classes of ours. */
    private static final List<String> NO_CLASS = List.of("IdempotentWrite", "DescribeConfigs", "LogAppendTime");

    private static String text() {
        try {
            return Files.readString(ROOT.resolve("deploy/SECURITY.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> tests() {
        return TEST.matcher(text()).results().map(MatchResult::group).distinct();
    }

    static Stream<String> classes() {
        return CODE.matcher(text())
                .results()
                .map(match -> match.group(1))
                .filter(name -> !NO_CLASS.contains(name) && !name.endsWith("Test"))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("tests")
    void test_is_there(String cited) throws IOException {
        MatchResult match = TEST.matcher(cited).results().findFirst().orElseThrow();
        List<Path> files = find("src/test/java", match.group(1));

        assertThat(files).as(cited).hasSize(1);
        if (match.group(2) != null) {
            assertThat(Files.readString(files.get(0))).contains("void " + match.group(2) + "(");
        }
    }

    @ParameterizedTest
    @MethodSource("classes")
    void code_is_there(String name) throws IOException {
        assertThat(find("src/main/java", name)).as(name).isNotEmpty();
    }

    @Test
    void there_is_something_to_look_for() {
        assertThat(tests()).hasSizeGreaterThan(30);
        assertThat(classes()).hasSizeGreaterThan(4);
    }

    private static List<Path> find(String sources, String name) throws IOException {
        try (Stream<Path> schemas = Files.walk(ROOT.resolve("schemas").resolve(sources));
                Stream<Path> topology = Files.walk(ROOT.resolve("topology").resolve(sources))) {
            return Stream.concat(schemas, topology)
                    .filter(file -> file.getFileName().toString().equals(name + ".java"))
                    .toList();
        }
    }
}
