package dev.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fails while a detector lacks its section in DETECTORS.md, its test, or a word about one of its settings and facts. */
class DetectorsDocumentTest {
    private static final Path DOCUMENT = Path.of("DETECTORS.md");

    /** Where the facts of all sequences are explained once. */
    private static final String SHARED = "What sequences share";

    private static final Pattern SETTING =
            Pattern.compile("(?m)^\\| `([a-z-]+)` \\| `([^`]+)` \\| [^|]+ \\| [^|]+ \\|$");
    private static final Pattern FACT = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| [^|]+ \\|$");
    private static final Map<String, String> SECTIONS = sections();

    static List<DetectorCatalog.Item<?>> items() {
        return DetectorCatalog.items();
    }

    @Test
    void sections_are_the_catalogue_in_its_order() {
        List<String> ids = items().stream().map(DetectorCatalog.Item::id).toList();

        assertThat(SECTIONS.keySet().stream().filter(title -> !title.contains(" ")))
                .containsExactlyElementsOf(ids);
    }

    @ParameterizedTest
    @MethodSource("items")
    void overview_has_a_row_with_kind_and_techniques(DetectorCatalog.Item<?> item) {
        String row = "| [`%s`](#%s) | %s | %s |"
                .formatted(
                        item.id(),
                        item.id(),
                        item.profile().kind().name().toLowerCase(Locale.ROOT),
                        String.join(", ", item.profile().techniques()));

        assertThat(text()).contains(row);
    }

    @ParameterizedTest
    @MethodSource("items")
    void every_setting_is_there_with_its_default(DetectorCatalog.Item<?> item) {
        Map<String, String> written = new LinkedHashMap<>();
        SETTING.matcher(section(item)).results().forEach(row -> written.put(row.group(1), row.group(2)));

        assertThat(written).containsExactlyEntriesOf(defaults(item.defaults()));
    }

    @ParameterizedTest
    @MethodSource("items")
    void every_fact_is_there_or_with_those_of_all_sequences(DetectorCatalog.Item<?> item) {
        boolean isShared = item.profile().factKeys().equals(Sequence.FACTS);
        String section = isShared ? section(SHARED) : section(item);
        String facts = section.substring(section.indexOf("| fact | meaning |"));

        assertThat(FACT.matcher(facts).results().map(row -> row.group(1)))
                .containsExactlyElementsOf(item.profile().factKeys());
    }

    @ParameterizedTest
    @MethodSource("items")
    void what_a_reader_needs_to_know_is_there(DetectorCatalog.Item<?> item) {
        assertThat(section(item))
                .contains(
                        "| severity | when |",
                        "**Silent**",
                        "**Known gaps.**",
                        "**Expected false positives.**",
                        "**What to do.**");
    }

    @ParameterizedTest
    @MethodSource("items")
    void detector_has_a_test_of_its_name(DetectorCatalog.Item<?> item) {
        assertThat(Path.of("src/test/java", DeclaredIn.classOf(item).getName().replace('.', '/') + "Test.java"))
                .isRegularFile();
    }

    private static String section(DetectorCatalog.Item<?> item) {
        return section(item.id());
    }

    private static String section(String title) {
        String section = SECTIONS.get(title);
        assertThat(section).as("section " + title).isNotNull();
        return section == null ? "" : section;
    }

    private static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        List<MatchResult> headings = new ArrayList<>(
                Pattern.compile("(?m)^## (.+)$").matcher(text()).results().toList());
        for (int i = 0; i < headings.size(); i++) {
            int end = i + 1 < headings.size() ? headings.get(i + 1).start() : text().length();
            sections.put(
                    headings.get(i).group(1), text().substring(headings.get(i).start(), end));
        }
        return sections;
    }

    private static String text() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Keys and values as the thresholds document writes them. */
    private static Map<String, String> defaults(DetectorSettings settings) {
        Map<String, String> defaults = new LinkedHashMap<>();
        Arrays.stream(settings.getClass().getRecordComponents())
                .forEach(component -> defaults.put(key(component.getName()), value(component, settings)));
        return defaults;
    }

    private static String key(String name) {
        return name.replaceAll("Kmh?$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static String value(RecordComponent component, DetectorSettings settings) {
        Object value;
        try {
            component.getAccessor().setAccessible(true);
            value = component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(hidden);
        }
        if (value instanceof Duration span) {
            return Facts.span(span);
        }
        String number = value instanceof Double decimal && decimal == Math.rint(decimal)
                ? Long.toString(decimal.longValue())
                : String.valueOf(value);
        String name = component.getName();
        return number + (name.endsWith("Kmh") ? " km/h" : name.endsWith("Km") ? " km" : "");
    }
}
