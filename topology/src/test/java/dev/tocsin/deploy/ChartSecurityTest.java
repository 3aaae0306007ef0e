package dev.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of a release so that it gives nothing away and can do little harm. */
class ChartSecurityTest {
    private static final Pattern SECRET = Pattern.compile("PASS(WORD|PHRASE)|SECRET|TOKEN|USER_INFO|JAAS|KEYSTORE_KEY");

    static Stream<Chart> charts() {
        return ChartObjectsTest.charts();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void no_object_holds_a_secret(Chart chart) {
        assertThat(chart.all("Secret")).isEmpty();
        assertThat(chart.container().get("env")).allSatisfy(variable -> {
            if (SECRET.matcher(variable.get("name").asText()).find()) {
                assertThat(variable.has("value")).isFalse();
                assertThat(variable.at("/valueFrom/secretKeyRef/name").asText()).isNotBlank();
            }
        });
    }

    @Test
    void secrets_reach_the_pod_by_reference() {
        Chart chart = Chart.of(Chart.ALL);

        assertThat(chart.variable("TOCSIN_KAFKA_SASL_JAAS_CONFIG").at("/valueFrom/secretKeyRef"))
                .hasToString("{\"name\":\"kafka\",\"key\":\"jaas\"}");
        assertThat(chart.pod().at("/spec/volumes").findValuesAsText("secretName"))
                .containsExactly("tocsin-http", "tocsin-tls", "kafka-tls");
        assertThat(chart.config()).contains("token-file: /etc/tocsin/http/tokens", "client-ca: /etc/tocsin/tls/ca.crt");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void pod_is_no_root_runs_under_seccomp_and_has_no_word_with_the_cluster(Chart chart) {
        JsonNode pod = chart.pod().get("spec");

        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.at("/automountServiceAccountToken").isBoolean()).isTrue();
        assertThat(pod.at("/automountServiceAccountToken").asBoolean()).isFalse();
        assertThat(chart.objects())
                .extracting(object -> object.get("kind").asText())
                .doesNotContain("Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding");
        assertThat(Stream.of("hostNetwork", "hostPID", "hostIPC").filter(pod::has))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void every_container_has_a_read_only_root_no_capability_and_no_way_up(Chart chart) {
        assertThat(containers(chart)).isNotEmpty().allSatisfy(container -> {
            JsonNode context = container.get("securityContext");
            assertThat(context.get("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(context.get("allowPrivilegeEscalation").isBoolean()).isTrue();
            assertThat(context.get("allowPrivilegeEscalation").asBoolean()).isFalse();
            assertThat(context.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            assertThat(context.at("/capabilities/add").isMissingNode()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("charts")
    void only_the_state_and_temporary_files_can_be_written(Chart chart) {
        assertThat(chart.container().get("volumeMounts").valueStream())
                .filteredOn(mount -> !mount.path("readOnly").asBoolean())
                .extracting(mount -> mount.get("name").asText())
                .containsExactlyInAnyOrder("state", "tmp");
        assertThat(chart.pod().at("/spec/volumes").valueStream())
                .filteredOn(volume -> volume.has("hostPath"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void every_container_says_what_it_needs_and_how_much_memory_is_too_much(Chart chart) {
        assertThat(containers(chart)).allSatisfy(container -> {
            JsonNode resources = container.get("resources");
            assertThat(resources.at("/requests/cpu").asText()).isNotBlank();
            assertThat(resources.at("/limits/memory").asText())
                    .isNotBlank()
                    .isEqualTo(resources.at("/requests/memory").asText());
        });
        assertThat(chart.pod().at("/spec/volumes").valueStream())
                .filteredOn(volume -> volume.has("emptyDir"))
                .allSatisfy(volume ->
                        assertThat(volume.at("/emptyDir/sizeLimit").asText()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void network_is_closed_but_for_what_is_named(Chart chart) {
        JsonNode policy = chart.the("NetworkPolicy").get("spec");

        assertThat(policy.get("policyTypes")).extracting(JsonNode::asText).containsExactly("Ingress", "Egress");
        assertThat(policy.get("ingress")).allSatisfy(way -> {
            assertThat(way.get("from")).isNotEmpty();
            assertThat(way.at("/ports/0/port").asText()).isEqualTo("http");
        });
        assertThat(policy.get("egress"))
                .allSatisfy(way -> assertThat(way.get("ports")).isNotEmpty());
    }

    @Test
    void who_may_ask_and_where_kafka_is_can_be_said() {
        JsonNode policy = Chart.of(Chart.ALL).the("NetworkPolicy").get("spec");

        assertThat(policy.at("/ingress/0/from").findValuesAsText("kubernetes.io/metadata.name"))
                .containsExactly("monitoring");
        assertThat(policy.at("/egress/2/ports/0/port").asInt()).isEqualTo(9093);
        assertThat(policy.at("/egress/2/to/0/ipBlock/cidr").asText()).isEqualTo("10.0.0.0/8");
        assertThat(policy.at("/egress/3/ports/0/port").asInt()).isEqualTo(8081);
    }

    private static List<JsonNode> containers(Chart chart) {
        return Stream.of("containers", "initContainers")
                .flatMap(kind -> chart.pod().at("/spec/" + kind).valueStream())
                .toList();
    }
}
