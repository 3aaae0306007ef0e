package dev.tocsin.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The objects that the chart makes of some values. */
record Chart(List<JsonNode> objects) {
    static final Path FOLDER = Path.of("../deploy/helm/tocsin");

    /** The least that must be said. */
    static final String LEAST = """
            config:
              kafka: { bootstrap.servers: "kafka:9092" }
              schema-registry: { url: "http://registry:8081" }
            http: { tokens: { secret: tocsin-http } }
            """;

    /** Everything switched on, secrets of all kinds. */
    static final String ALL = """
            config:
              application-id: shop
              kafka: { bootstrap.servers: "kafka:9093", security.protocol: SASL_SSL, sasl.mechanism: SCRAM-SHA-512 }
              schema-registry: { url: "https://registry:8443", basic.auth.credentials.source: USER_INFO }
            replicas: 3
            threads: 2
            standbys: 2
            createTopics: true
            javaOptions: -XX:+UseZGC
            thresholds: |
              version: mine
            secrets:
              environment:
                - { name: TOCSIN_KAFKA_SASL_JAAS_CONFIG, secret: kafka, key: jaas }
                - { name: TOCSIN_SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO, secret: registry, key: user-info }
              files:
                - { secret: kafka-tls, path: kafka }
            http:
              tokens: { secret: tocsin-http }
              tls: { secret: tocsin-tls, clientCa: true }
            networkPolicy:
              from: [ { namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } } } ]
              kafka: { ports: [9093], to: [ { ipBlock: { cidr: 10.0.0.0/8 } } ] }
            serviceMonitor: { enabled: true, token: { secret: tocsin-scrape } }
            prometheusRule: { enabled: true }
            dashboards: { enabled: true }
            """;

    static LintResult linted() {
        return new Helm(FOLDER).lint().strict().call();
    }

    /**
     * Renders it as release {@code shop} in namespace {@code fraud}.
     *
     * @param values documents, the later ones over the earlier
     * @throws IllegalStateException when the chart refuses them, with its sentence
     */
    static Chart of(String... values) {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "chart-");
            var template = new Helm(FOLDER)
                    .template()
                    .withKubeVersion("1.31.0")
                    .withName("shop")
                    .withNamespace("fraud");
            for (int i = 0; i < values.length; i++) {
                template.withValuesFile(Files.writeString(folder.resolve(i + ".yaml"), values[i]));
            }
            String text = template.call();
            try (MappingIterator<JsonNode> documents =
                    new YAMLMapper().readerFor(JsonNode.class).readValues(text)) {
                return new Chart(
                        documents.readAll().stream().filter(JsonNode::isObject).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<JsonNode> all(String kind) {
        return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
    }

    JsonNode the(String kind) {
        List<JsonNode> found = all(kind).toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one " + kind + ", found " + found.size());
        }
        return found.get(0);
    }

    JsonNode pod() {
        return the("StatefulSet").at("/spec/template");
    }

    JsonNode container() {
        return pod().at("/spec/containers/0");
    }

    /** What an environment variable is, as the object gives it. */
    JsonNode variable(String name) {
        return container()
                .get("env")
                .valueStream()
                .filter(variable -> variable.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no variable " + name));
    }

    /** {@code tocsin.yaml}. */
    String config() {
        return all("ConfigMap")
                .flatMap(map -> map.at("/data/tocsin.yaml").isTextual()
                        ? Stream.of(map.at("/data/tocsin.yaml").asText())
                        : Stream.empty())
                .findFirst()
                .orElseThrow();
    }
}
