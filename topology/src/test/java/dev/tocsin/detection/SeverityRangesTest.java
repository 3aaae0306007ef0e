package dev.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.alerting.Alert;
import dev.tocsin.testing.TestAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The overview of DETECTORS.md gives each detector a range of severities: nothing that its own table says, and nothing that it
 * raises at its drill, is outside of it. That the ends are reached is for the detector's own test.
 */
class SeverityRangesTest {
    private static final Pattern RANGE = Pattern.compile("([A-Z]+)(?: to ([A-Z]+))?(?:, (?:usually|one) .+)?");
    private static final Pattern NAME = Pattern.compile("INFO|LOW|MEDIUM|HIGH|CRITICAL");

    private record Range(Severity from, Severity to) {
        static Range of(String words) {
            Matcher range = RANGE.matcher(words);
            assertThat(range.matches()).as(words).isTrue();
            Severity from = Severity.valueOf(range.group(1));
            return new Range(from, range.group(2) == null ? from : Severity.valueOf(range.group(2)));
        }

        boolean includes(Severity severity) {
            return severity.isAtLeast(from) && to.isAtLeast(severity);
        }
    }

    static List<DetectorCatalog.Item<?>> items() {
        return DetectorCatalog.items();
    }

    @ParameterizedTest
    @MethodSource("items")
    void severity_at_the_drill_is_in_the_range(DetectorCatalog.Item<?> item) throws IOException {
        Range range = rangeOf(item.id());

        assertThat(severitiesAtDrill(item.withSettings(item.defaults())))
                .isNotEmpty()
                .allMatch(range::includes);
    }

    @ParameterizedTest
    @MethodSource("items")
    void severities_of_the_section_are_in_the_range(DetectorCatalog.Item<?> item) throws IOException {
        Range range = rangeOf(item.id());

        assertThat(severitiesOfSection(item.id())).isNotEmpty().allMatch(range::includes);
    }

    private static List<Severity> severitiesAtDrill(Detector detector) {
        TestAccount account = TestAccount.fresh();
        Drill.history().forEach(account::sees);
        List<AccountEvent> story = detector.drill();
        story.forEach(account::sees);
        return account.alerts(detector.id()).stream()
                .map(Alert::signal)
                .map(Signal::severity)
                .toList();
    }

    private static Range rangeOf(String id) throws IOException {
        String row = lines().stream()
                .filter(line -> line.startsWith("| [`" + id + "`]"))
                .findFirst()
                .orElseThrow();
        String[] cells = row.split(" \\| ", -1);
        return Range.of(cells[cells.length - 1].replace(" |", ""));
    }

    /** From the first column of the table below {@code | severity | when |}. */
    private static List<Severity> severitiesOfSection(String id) throws IOException {
        List<String> lines = lines();
        List<String> section = lines.subList(lines.indexOf("## " + id), lines.size());
        return section.stream()
                .skip(section.indexOf("| severity | when |") + 2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(0, line.indexOf(" | ")))
                .flatMap(cell -> NAME.matcher(cell).results())
                .map(MatchResult::group)
                .map(Severity::valueOf)
                .toList();
    }

    private static List<String> lines() throws IOException {
        return Arrays.asList(Files.readString(Path.of("DETECTORS.md")).split("\n", -1));
    }
}
