package dev.tocsin.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.container.Rights.Right;
import dev.tocsin.loadtest.traffic.Story;
import dev.tocsin.streams.Topics;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS, SCRAM and ACLs: the documented rights are enough, and one less is told by name. */
@NeedsDocker
class KafkaSecurityIT {
    private static final String PASSWORD = "correct horse";

    private static Deployment deployment = new Deployment("", 0, Topics.DEFAULTS);

    @BeforeAll
    static void create() throws Exception {
        deployment = Deployment.create("secured", 2);
    }

    @Test
    void exactly_the_documented_rights_are_enough() throws Exception {
        Rights.documented(deployment).grant("enough", PASSWORD);
        Traffic traffic = new Traffic(deployment, 13);
        traffic.sendHistory("none");
        try (Instance instance = as("enough", PASSWORD)) {
            instance.startReady();
            List<Story> takeovers = traffic.takeovers();
            traffic.send(takeovers, "none");
            traffic.awaitAlerts(takeovers);
            assertThat(instance.getLogs())
                    .doesNotContainIgnoringCase("authoriz")
                    .doesNotContain(PASSWORD);
        }
    }

    @ParameterizedTest
    @CsvSource({"READ, TOPIC, logins", "WRITE, TOPIC, alerts", "CREATE, TOPIC, changelog", "READ, GROUP, group"})
    void a_missing_right_is_named_before_anything_is_read(AclOperation operation, ResourceType type, String of)
            throws Exception {
        // without a changelog, which the other test leaves
        Deployment fresh = Deployment.create("missing-" + operation.name().toLowerCase(Locale.ROOT) + "-" + of, 1);
        String name =
                switch (of) {
                    case "logins" -> fresh.topics().logins();
                    case "alerts" -> fresh.topics().alerts();
                    case "changelog" -> fresh.changelog();
                    default -> fresh.name();
                };
        Right missing = new Right(operation, type, name);
        String principal = "lacks-" + name;
        Rights.documented(fresh).without(missing).grant(principal, PASSWORD);
        try (Instance instance = secured(new Instance(fresh), principal, PASSWORD)) {
            assertThat(instance.startRefused())
                    .contains("It lacks " + missing + ".")
                    .contains(Broker.SECURED)
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void a_stranger_is_told_all_that_is_missing_in_one_sentence() throws Exception {
        Deployment fresh = Deployment.create("stranger", 1);
        new Rights(List.of()).grant("stranger", PASSWORD);
        try (Instance instance = secured(new Instance(fresh), "stranger", PASSWORD)) {
            String told = instance.startRefused();
            assertThat(Rights.documented(fresh).all())
                    .filteredOn(
                            right -> right.operation() == AclOperation.READ || right.operation() == AclOperation.WRITE)
                    .allSatisfy(right -> assertThat(told).contains(right.toString()));
            assertThat(told).doesNotContain("\tat ");
        }
    }

    @Test
    void a_wrong_password_is_told_and_not_repeated() throws Exception {
        new Rights(List.of()).grant("mistyped", PASSWORD);
        try (Instance instance = as("mistyped", "battery staple")) {
            assertThat(instance.startRefused())
                    .contains("invalid credentials")
                    .doesNotContain("battery staple")
                    .doesNotContain("\tat ");
        }
    }

    private static Instance as(String principal, String password) {
        return secured(new Instance(deployment), principal, password);
    }

    private static Instance secured(Instance instance, String principal, String password) {
        return instance.withEnv("TOCSIN_KAFKA_BOOTSTRAP_SERVERS", Broker.SECURED)
                .withEnv("TOCSIN_KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
                .withEnv("TOCSIN_KAFKA_SSL_TRUSTSTORE_TYPE", "PEM")
                .withEnv(
                        "TOCSIN_KAFKA_SSL_TRUSTSTORE_CERTIFICATES",
                        Platform.get().keys().certificate())
                .withEnv("TOCSIN_KAFKA_SASL_MECHANISM", "SCRAM-SHA-512")
                .withEnv(
                        "TOCSIN_KAFKA_SASL_JAAS_CONFIG",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + principal
                                + "\" password=\"" + password + "\";");
    }
}
