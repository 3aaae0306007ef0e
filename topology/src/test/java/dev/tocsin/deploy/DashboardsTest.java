package dev.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboards, as far as they can be judged without Grafana: queries, layout, words. */
class DashboardsTest {
    private static final int COLUMNS = 24;

    private final Path folder;

    DashboardsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void each_has_its_own_uid_and_title_and_is_found_by_the_others() throws IOException {
        List<JsonNode> dashboards = Query.dashboards();

        assertThat(dashboards)
                .extracting(dashboard -> dashboard.get("uid").asText())
                .containsExactlyInAnyOrder("tocsin-overview", "tocsin-detector", "tocsin-streams");
        assertThat(dashboards).extracting(dashboard -> dashboard.get("title")).doesNotHaveDuplicates();
        assertThat(dashboards).allSatisfy(dashboard -> assertThat(dashboard.at("/tags/0"))
                .isEqualTo(dashboard.at("/links/0/tags/0")));
    }

    @Test
    void every_panel_that_asks_says_what_it_shows_and_in_which_unit() throws IOException {
        assertThat(asking()).hasSizeGreaterThan(40).allSatisfy(panel -> {
            assertThat(panel.get("description").asText()).isNotBlank();
            assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
            assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
        });
    }

    @Test
    void panels_have_ids_of_their_own_and_lie_beside_each_other() throws IOException {
        for (JsonNode dashboard : Query.dashboards()) {
            List<JsonNode> panels = dashboard.get("panels").valueStream().toList();
            assertThat(panels).extracting(panel -> panel.get("id").asInt()).doesNotHaveDuplicates();
            assertThat(panels)
                    .allSatisfy(panel -> assertThat(panel.at("/gridPos/x").asInt()
                                    + panel.at("/gridPos/w").asInt())
                            .isLessThanOrEqualTo(COLUMNS));
            assertThat(cells(panels)).as(dashboard.get("title").asText()).doesNotHaveDuplicates();
        }
    }

    @Test
    void every_query_can_be_limited_to_one_deployment_and_one_instance() throws IOException {
        assertThat(asking().stream().flatMap(panel -> panel.get("targets").valueStream()))
                .allSatisfy(target ->
                        assertThat(target.get("expr").asText()).contains("job=~\"$job\", instance=~\"$instance\""));
    }

    @Test
    void promtool_can_read_every_query() throws Exception {
        List<Map<String, String>> rules = new ArrayList<>();
        for (Query query : Query.ofDashboards()) {
            String plain =
                    query.text().replaceAll("\\$__(rate_interval|range)", "5m").replaceAll("\\$\\w+", ".*");
            rules.add(Map.of("record", "query:" + rules.size(), "expr", plain));
        }
        Path file = folder.resolve("queries.yml");
        new YAMLMapper()
                .writeValue(file.toFile(), Map.of("groups", List.of(Map.of("name", "queries", "rules", rules))));

        Promtool.accepts("check", "rules", file.toString());
    }

    @Test
    void grafana_is_told_where_they_are_and_where_prometheus_is() throws IOException {
        Path provisioning = Path.of("../deploy/grafana/provisioning");
        JsonNode provider = new YAMLMapper().readTree(Files.readString(provisioning.resolve("dashboards/tocsin.yml")));
        JsonNode source =
                new YAMLMapper().readTree(Files.readString(provisioning.resolve("datasources/prometheus.yml")));

        assertThat(provider.at("/providers/0/options/path").asText()).isEqualTo("/var/lib/grafana/dashboards");
        assertThat(source.at("/datasources/0/type").asText()).isEqualTo("prometheus");
        assertThat(source.findValuesAsText("password")).isEmpty();
    }

    private static List<JsonNode> asking() throws IOException {
        return Query.dashboards().stream()
                .flatMap(dashboard -> dashboard.get("panels").valueStream())
                .filter(panel -> panel.has("targets"))
                .toList();
    }

    private static Stream<List<Integer>> cells(List<JsonNode> panels) {
        return panels.stream().map(panel -> panel.get("gridPos")).flatMap(grid -> Stream.iterate(
                        0, cell -> cell < grid.get("w").asInt() * grid.get("h").asInt(), cell -> cell + 1)
                .map(cell -> List.of(
                        grid.get("x").asInt() + cell % grid.get("w").asInt(),
                        grid.get("y").asInt() + cell / grid.get("w").asInt())));
    }
}
