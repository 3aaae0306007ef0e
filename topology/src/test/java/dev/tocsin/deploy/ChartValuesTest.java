package dev.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the chart may be told, what it refuses, and what it says about both. */
class ChartValuesTest {
    /** What the chart sets in tocsin.yaml from values of its own. */
    private static final Set<String> THE_CHARTS_OWN =
            Set.of("threads", "standbys", "state-dir", "allow-temporary-state", "http", "thresholds");

    @Test
    void helm_finds_nothing_to_complain_about() {
        assertThat(Chart.linted().getMessages()).isEmpty();
        assertThat(Chart.linted().isFailed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            config: { kafka: { bootstrap.servers: '' } }                   | config.kafka has no bootstrap.servers
            config: { schema-registry: { url: '' } }                       | config.schema-registry has no url
            http: { tokens: { secret: '' } }                                 | http.tokens.secret is empty
            http: { tls: { clientCa: true } }                                | http.tls.clientCa needs http.tls.secret
            { replicas: 2, standbys: 2 }                                     | standbys is 2 and replicas 2
            config: { kafka: { sasl.jaas.config: x } }                       | sasl.jaas.config
            config: { kafka: { ssl.keystore.password: x } }                  | ssl.keystore.password
            config: { schema-registry: { basic.auth.user.info: x } }         | basic.auth.user.info
            config: { schema-registry: { url: 'http://u:p@registry:8081' } } | url
            config: { threads: 3 }                                           | threads
            config: { http: { host: 0.0.0.0 } }                              | http
            { replica: 3 }                                                   | replica
            { replicas: 0 }                                                  | replicas
            { terminationGracePeriodSeconds: 5 }                             | terminationGracePeriodSeconds
            podDisruptionBudget: { maxUnavailable: 0 }                       | maxUnavailable
            resources: { limits: { memory: null } }                          | memory
            image: { digest: latest }                                        | digest
            secrets: { environment: [ { name: PATH, secret: a, key: b } ] }  | name
            secrets: { environment: [ { name: TOCSIN_X, value: s3cret } ] }  | value
            """)
    void what_cannot_work_is_refused_by_name(String values, String named) {
        assertThatThrownBy(() -> Chart.of(Chart.LEAST, values)).hasMessageContaining(named);
    }

    @Test
    void addresses_of_tokens_are_no_tokens() {
        String endpoint = "sasl.oauthbearer.token.endpoint.url: \"https://idp/token\"";
        assertThat(Chart.of(Chart.LEAST, "config: { kafka: { " + endpoint + " } }")
                        .config())
                .contains("sasl.oauthbearer.token.endpoint.url: https://idp/token");
    }

    @Test
    void every_key_of_the_configuration_can_be_given_but_for_the_charts_own() throws IOException {
        Set<String> known = new TreeSet<>();
        schema().at("/properties/config/properties").fieldNames().forEachRemaining(known::add);
        Set<String> example = Pattern.compile("(?m)^(?:# )?([a-z-]+):(?!.*\\.$)")
                .matcher(Files.readString(Chart.FOLDER.resolve("../../tocsin.example.yaml")))
                .results()
                .map(key -> key.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(known).doesNotContainAnyElementsOf(THE_CHARTS_OWN);
        known.addAll(THE_CHARTS_OWN);
        assertThat(known).isEqualTo(example);
    }

    @Test
    void every_value_is_in_the_schema_and_in_the_readme() throws IOException {
        String readme = Files.readString(Chart.FOLDER.resolve("README.md"));
        JsonNode values = new YAMLMapper().readTree(Files.readString(Chart.FOLDER.resolve("values.yaml")));

        assertThat(paths("", values, schema())).hasSizeGreaterThan(40).allSatisfy(path -> assertThat(
                        Stream.iterate(path, part -> part.contains("."), ChartValuesTest::parent)
                                        .anyMatch(part -> readme.contains("`" + part + "`"))
                                || readme.contains("`" + path.replaceAll("\\..*", "") + "`"))
                .as(path)
                .isTrue());
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }

    /** Paths of the values that have a default, each of which the schema must know. */
    private static Set<String> paths(String start, JsonNode values, JsonNode schema) {
        Set<String> paths = new TreeSet<>();
        values.propertyStream().forEach(value -> {
            String path = start + value.getKey();
            JsonNode known = schema.path("properties").path(value.getKey());
            if (schema.has("properties")) {
                assertThat(known.isObject()).as(path).isTrue();
            }
            if (value.getValue().isObject() && !value.getValue().isEmpty() && known.has("properties")) {
                paths.addAll(paths(path + ".", value.getValue(), known));
            } else {
                paths.add(path);
            }
        });
        return paths;
    }

    private static JsonNode schema() throws IOException {
        return new ObjectMapper().readTree(Files.readString(Chart.FOLDER.resolve("values.schema.json")));
    }
}
