package dev.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tocsin.config.AppConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of a release's pods, members of one group with state of their own. */
class ChartObjectsTest {
    /** README: SIGTERM ends within this. */
    private static final int DRAIN_SECONDS = 10;

    private final Path folder;

    ChartObjectsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<Chart> charts() {
        return Stream.of(Chart.of(Chart.LEAST), Chart.of(Chart.ALL));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void every_selector_finds_the_pods_and_the_monitor_finds_the_service(Chart chart) {
        Map<String, String> pod = labels(chart.pod().at("/metadata/labels"));
        assertThat(pod).containsAllEntriesOf(labels(chart.the("Service").at("/spec/selector")));
        for (String kind : Set.of("StatefulSet", "PodDisruptionBudget")) {
            assertThat(pod).containsAllEntriesOf(labels(chart.the(kind).at("/spec/selector/matchLabels")));
        }
        assertThat(pod).containsAllEntriesOf(labels(chart.the("NetworkPolicy").at("/spec/podSelector/matchLabels")));
        chart.all("ServiceMonitor")
                .forEach(monitor -> assertThat(labels(chart.the("Service").at("/metadata/labels")))
                        .containsAllEntriesOf(labels(monitor.at("/spec/selector/matchLabels"))));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void headless_service_is_the_one_that_names_the_pods_and_by_which_they_ask_each_other(Chart chart) {
        JsonNode service = chart.the("Service");
        String name = service.at("/metadata/name").asText();

        assertThat(service.at("/spec/clusterIP").asText()).isEqualTo("None");
        assertThat(service.at("/spec/publishNotReadyAddresses").asBoolean()).isTrue();
        assertThat(chart.the("StatefulSet").at("/spec/serviceName").asText()).isEqualTo(name);
        assertThat(chart.variable("TOCSIN_HTTP_ADVERTISED").get("value").asText())
                .isEqualTo("$(POD_NAME)." + name + ".$(POD_NAMESPACE).svc:8080");
        assertThat(fieldOf(chart, "POD_NAME")).isEqualTo("metadata.name");
        assertThat(fieldOf(chart, "POD_NAMESPACE")).isEqualTo("metadata.namespace");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void member_of_the_group_is_static_under_the_pods_name(Chart chart) {
        assertThat(fieldOf(chart, "TOCSIN_KAFKA_GROUP_INSTANCE_ID")).isEqualTo("metadata.name");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void stop_has_more_time_than_draining_takes(Chart chart) {
        assertThat(chart.pod().at("/spec/terminationGracePeriodSeconds").asInt())
                .isGreaterThanOrEqualTo(DRAIN_SECONDS + 5);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void disruption_budget_lets_one_go_and_fits_the_replicas(Chart chart) {
        assertThat(chart.the("PodDisruptionBudget").at("/spec/maxUnavailable").asInt())
                .isEqualTo(1)
                .isLessThan(chart.the("StatefulSet").at("/spec/replicas").asInt());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void copies_of_state_have_other_instances_to_live_on(Chart chart) throws IOException {
        assertThat(config(chart).standbys())
                .isPositive()
                .isLessThan(chart.the("StatefulSet").at("/spec/replicas").asInt());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void life_is_not_judged_by_readiness_and_readiness_has_time_to_ask_the_broker(Chart chart) {
        JsonNode container = chart.container();
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/health/live");
        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/health/live");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/health/ready");
        assertThat(container.at("/readinessProbe/timeoutSeconds").asInt()).isGreaterThan(2);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void state_lies_on_the_claim(Chart chart) throws IOException {
        String claim = chart.the("StatefulSet")
                .at("/spec/volumeClaimTemplates/0/metadata/name")
                .asText();
        String mounted = chart.container()
                .get("volumeMounts")
                .valueStream()
                .filter(mount -> mount.get("name").asText().equals(claim))
                .map(mount -> mount.get("mountPath").asText())
                .collect(Collectors.joining());

        assertThat(config(chart).stateDir()).isEqualTo(Path.of(mounted));
    }

    @Test
    void detector_takes_the_configuration_that_is_made_for_it() throws IOException {
        AppConfig config = config(Chart.of(Chart.ALL));

        assertThat(config.applicationId()).isEqualTo("shop");
        assertThat(config.threads()).isEqualTo(2);
        assertThat(config.kafka().map())
                .containsEntry("bootstrap.servers", "kafka:9093")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512");
        assertThat(config.http().host()).isEqualTo("0.0.0.0");
        assertThat(config.http().isGuarded()).isTrue();
        assertThat(config.http().tls()).isNotNull().satisfies(tls -> {
            assertThat(tls.certificate()).isEqualTo(Path.of("/etc/tocsin/tls/tls.crt"));
            assertThat(tls.clientCa()).isEqualTo(Path.of("/etc/tocsin/tls/ca.crt"));
        });
        assertThat(config.thresholds()).hasFileName("thresholds.yaml");
    }

    @Test
    void thresholds_are_mounted_beside_the_configuration_that_names_them() {
        Chart chart = Chart.of(Chart.ALL);
        assertThat(chart.container().get("volumeMounts").findValuesAsText("mountPath"))
                .contains("/etc/tocsin/tocsin.yaml", "/etc/tocsin/thresholds.yaml");
        assertThat(Chart.of(Chart.LEAST).container().get("volumeMounts").findValuesAsText("mountPath"))
                .doesNotContain("/etc/tocsin/thresholds.yaml");
    }

    @Test
    void change_of_configuration_restarts_the_pods() {
        String checksum = "/metadata/annotations/checksum~1config";
        assertThat(Chart.of(Chart.LEAST, "config: { grace: 2 h }").pod().at(checksum))
                .isNotEqualTo(Chart.of(Chart.LEAST).pod().at(checksum));
    }

    /** As {@code tocsin run} would read it, but for the file of tokens, which lies elsewhere here. */
    private AppConfig config(Chart chart) throws IOException {
        ObjectNode document = (ObjectNode) new YAMLMapper().readTree(chart.config());
        assertThat(document.at("/http/token-file").asText()).isEqualTo("/etc/tocsin/http/tokens");
        document.withObject("/http").put("token-file", "tokens");
        Files.writeString(folder.resolve("tokens"), "ops: " + "0123456789abcdef".repeat(4));
        Path file = folder.resolve("tocsin.yaml");
        Files.writeString(file, new YAMLMapper().writeValueAsString(document));
        Files.writeString(folder.resolve("thresholds.yaml"), "version: mine");
        return AppConfig.read(file, Map.of("TOCSIN_KAFKA_GROUP_INSTANCE_ID", "shop-tocsin-0"));
    }

    private static String fieldOf(Chart chart, String variable) {
        return chart.variable(variable).at("/valueFrom/fieldRef/fieldPath").asText();
    }

    private static Map<String, String> labels(JsonNode node) {
        assertThat(node.isObject()).isTrue();
        return node.propertyStream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .asText()));
    }
}
