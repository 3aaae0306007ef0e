package dev.tocsin.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A question to Prometheus that a rule or a dashboard asks.
 *
 * @param where the alarm, or the dashboard and its panel
 */
public record Query(String where, String text) {
    static final Path RULES = Path.of("../deploy/prometheus/rules.yml");
    static final Path DASHBOARDS = Path.of("../deploy/grafana/dashboards");

    public static List<Query> ofRules() throws IOException {
        return rules().map(rule ->
                        new Query(rule.get("alert").asText(), rule.get("expr").asText()))
                .toList();
    }

    public static List<Query> ofDashboards() throws IOException {
        return dashboards().stream()
                .flatMap(dashboard -> Stream.concat(panels(dashboard), variables(dashboard)))
                .toList();
    }

    static Stream<JsonNode> rules() throws IOException {
        return new YAMLMapper()
                .readTree(Files.readString(RULES)).findValues("rules").stream().flatMap(JsonNode::valueStream);
    }

    static List<JsonNode> dashboards() throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            List<JsonNode> dashboards = new ArrayList<>();
            for (Path file : files.filter(name -> name.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                dashboards.add(json.readTree(Files.readString(file)));
            }
            return dashboards;
        }
    }

    private static Stream<Query> panels(JsonNode dashboard) {
        return dashboard.get("panels").valueStream().flatMap(panel -> panel.path("targets")
                .valueStream()
                .map(target -> new Query(
                        dashboard.get("title").asText() + ": "
                                + panel.get("title").asText(),
                        target.get("expr").asText())));
    }

    /** Each variable that is a query asks {@code label_values(METRIC, LABEL)}. */
    private static Stream<Query> variables(JsonNode dashboard) {
        return dashboard
                .at("/templating/list")
                .valueStream()
                .filter(variable -> variable.get("type").asText().equals("query"))
                .map(variable -> new Query(
                        dashboard.get("title").asText() + ": $"
                                + variable.get("name").asText(),
                        variable.at("/query/query").asText().replaceAll("label_values\\((.*),.*\\)", "$1")));
    }
}
