package dev.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The alarms: well formed, tried out in both directions, and explained. */
class AlarmRulesTest {
    private static final Path CASES = Path.of("../deploy/prometheus/tests");
    private static final Path GUIDE = Path.of("../deploy/README.md");

    @Test
    void promtool_accepts_the_rules_and_the_configuration() throws Exception {
        Promtool.accepts("check", "rules", Query.RULES.toString());
        Promtool.accepts("check", "config", "../deploy/prometheus/prometheus.yml");
    }

    @Test
    void every_case_comes_out_as_it_says() throws Exception {
        Promtool.accepts(Stream.concat(Stream.of("test", "rules"), cases().map(Path::toString))
                .toArray(String[]::new));
    }

    @Test
    void every_alarm_has_a_moment_in_which_it_fires_and_one_in_which_it_is_quiet() throws IOException {
        assertThat(alarmsExpected(true)).isEqualTo(alarms());
        assertThat(alarmsExpected(false)).isEqualTo(alarms());
    }

    @Test
    void every_alarm_says_what_happened_how_bad_it_is_and_where_help_stands() throws IOException {
        String guide = Files.readString(GUIDE);
        assertThat(Query.rules()).hasSizeGreaterThan(20).allSatisfy(rule -> {
            String alarm = rule.get("alert").asText();
            assertThat(rule.at("/labels/severity").asText()).isIn("warning", "critical");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/annotations/description").asText()).isNotBlank();
            assertThat(rule.at("/annotations/runbook").asText())
                    .isEqualTo("deploy/README.md#" + alarm.toLowerCase(Locale.ROOT));
            assertThat(guide).contains("\n#### " + alarm + "\n");
        });
    }

    @Test
    void the_guide_explains_no_alarm_that_is_gone() throws IOException {
        Set<String> explained = Pattern.compile("(?m)^#### (Tocsin\\w+)$")
                .matcher(Files.readString(GUIDE))
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toSet());

        assertThat(explained).isEqualTo(alarms());
    }

    private static Set<String> alarms() throws IOException {
        return Query.rules().map(rule -> rule.get("alert").asText()).collect(Collectors.toSet());
    }

    private static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.sorted().toList().stream();
        }
    }

    /** The alarms of which some moment says that they fire, or that none does. */
    private static Set<String> alarmsExpected(boolean firing) throws IOException {
        Set<String> patterns = new TreeSet<>();
        for (Path file : cases().toList()) {
            JsonNode document = new YAMLMapper().readTree(Files.readString(file));
            for (JsonNode moment : moments(document)) {
                JsonNode expected = moment.has("expr") ? moment.path("exp_samples") : moment.path("exp_alerts");
                if (firing) {
                    expected.findValues("labels").forEach(labels -> patterns.add(alarmOf(labels.asText())));
                    expected.findValues("exp_labels").forEach(labels -> patterns.add(alarmOf(moment)));
                } else if (expected.isEmpty()) {
                    patterns.add(alarmOf(moment));
                }
            }
        }
        return alarms().stream()
                .filter(alarm -> patterns.stream().anyMatch(alarm::matches))
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> moments(JsonNode document) {
        return Stream.of("promql_expr_test", "alert_rule_test")
                .flatMap(kind -> document.findValues(kind).stream())
                .flatMap(JsonNode::valueStream)
                .toList();
    }

    private static String alarmOf(JsonNode moment) {
        return moment.has("expr")
                ? alarmOf(moment.get("expr").asText())
                : moment.get("alertname").asText();
    }

    private static String alarmOf(String series) {
        return series.replaceAll("(?s).*alertname=~?\"([^\"]*)\".*", "$1");
    }
}
