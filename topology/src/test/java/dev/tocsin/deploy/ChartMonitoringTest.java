package dev.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The chart's alarms and dashboards are the repository's, and its scrapes fit them. */
class ChartMonitoringTest {
    /** What a ConfigMap may hold. */
    private static final int CONFIG_MAP_BYTES = 1 << 20;

    @Test
    void nothing_of_it_is_made_unless_asked_for() {
        assertThat(Chart.of(Chart.LEAST).objects())
                .extracting(object -> object.get("kind").asText())
                .containsExactlyInAnyOrder(
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "ServiceAccount",
                        "ConfigMap",
                        "Service",
                        "StatefulSet");
    }

    @Test
    void alarms_are_word_for_word_those_of_the_rules() throws IOException {
        JsonNode rules = new YAMLMapper().readTree(Files.readString(Query.RULES));

        assertThat(Chart.of(Chart.ALL).the("PrometheusRule").get("spec")).isEqualTo(rules);
    }

    @Test
    void each_dashboard_comes_as_it_is_and_fits() throws IOException {
        List<String> texts = Chart.of(Chart.ALL)
                .all("ConfigMap")
                .filter(map ->
                        map.at("/metadata/labels/grafana_dashboard").asText().equals("1"))
                .flatMap(map -> map.get("data").valueStream())
                .map(JsonNode::asText)
                .toList();

        assertThat(texts).allSatisfy(text -> assertThat(text.getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(CONFIG_MAP_BYTES));
        List<JsonNode> dashboards = new ArrayList<>();
        for (String text : texts) {
            dashboards.add(new ObjectMapper().readTree(text));
        }
        assertThat(dashboards).containsExactlyInAnyOrderElementsOf(Query.dashboards());
    }

    @Test
    void scrape_is_the_job_that_the_rules_know_shows_its_token_and_believes_the_right_authority() {
        JsonNode endpoint = Chart.of(Chart.ALL).the("ServiceMonitor").at("/spec/endpoints/0");

        assertThat(endpoint.at("/relabelings/0/targetLabel").asText()).isEqualTo("job");
        assertThat(endpoint.at("/relabelings/0/replacement").asText()).isEqualTo("tocsin");
        assertThat(endpoint.at("/authorization/credentials"))
                .hasToString("{\"name\":\"tocsin-scrape\",\"key\":\"token\"}");
        assertThat(endpoint.at("/scheme").asText()).isEqualTo("https");
        assertThat(endpoint.at("/tlsConfig/ca/secret/name").asText()).isEqualTo("tocsin-tls");
    }
}
