package dev.tocsin.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

/** Whatever Kafka's clients know of security reaches each client that Kafka Streams makes, and those beside it. */
class SecurityPassesThroughTest {
    private static final String PREFIXED_SECRET = "of-this-kind-alone";

    /** Every key about security of this version of Kafka, with a value that nothing else has. */
    private static Map<String, Object> security() {
        Set<String> names = Set.copyOf(ConsumerConfig.configNames());
        Map<String, Object> all = new HashMap<>();
        names.stream()
                .filter(name -> name.matches("(ssl|sasl|security)\\..*"))
                .forEach(name -> all.put(name, valueOf(name)));
        return all;
    }

    private static String valueOf(String name) {
        ConfigDef.ConfigKey key =
                Objects.requireNonNull(ConsumerConfig.configDef().configKeys().get(name));
        return switch (key.type) {
            case SHORT, INT, LONG -> "7";
            case DOUBLE -> "0.1";
            case BOOLEAN -> "true";
            default -> name.equals(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG) ? "SASL_SSL" : "value-of-" + name;
        };
    }

    @Test
    void there_is_something_to_pass_on() {
        assertThat(security())
                .hasSizeGreaterThan(40)
                .containsKeys(
                        "security.protocol",
                        "sasl.jaas.config",
                        "sasl.mechanism",
                        "ssl.keystore.key",
                        "ssl.truststore.location",
                        "ssl.endpoint.identification.algorithm",
                        "sasl.login.callback.handler.class");
        assertThat(security().keySet())
                .isEqualTo(ofSecurity(ProducerConfig.configNames()))
                .isEqualTo(ofSecurity(AdminClientConfig.configNames()));
    }

    private static Set<String> ofSecurity(Set<String> names) {
        return names.stream()
                .filter(name -> name.matches("(ssl|sasl|security)\\..*"))
                .collect(Collectors.toSet());
    }

    @Test
    void every_client_of_kafka_streams_is_given_all_of_it() {
        StreamsConfig config = new StreamsConfig(options(security()).streamsProperties());

        assertThat(config.getMainConsumerConfigs("g", "c", 1)).containsAllEntriesOf(security());
        assertThat(config.getRestoreConsumerConfigs("c")).containsAllEntriesOf(security());
        assertThat(config.getProducerConfigs("c")).containsAllEntriesOf(security());
        assertThat(config.getAdminConfigs("c")).containsAllEntriesOf(security());
    }

    @Test
    void the_admin_clients_beside_it_are_given_all_of_it() {
        assertThat(options(security()).adminProperties()).containsAllEntriesOf(security());
    }

    @Test
    void what_is_said_of_one_kind_of_client_wins_there() {
        Map<String, Object> kafka = security();
        for (String kind : List.of("main.consumer.", "restore.consumer.", "producer.", "admin.")) {
            kafka.put(kind + "sasl.jaas.config", PREFIXED_SECRET + kind);
        }
        StreamsOptions options = options(kafka);
        StreamsConfig config = new StreamsConfig(options.streamsProperties());

        assertThat(config.getMainConsumerConfigs("g", "c", 1))
                .containsEntry("sasl.jaas.config", PREFIXED_SECRET + "main.consumer.");
        assertThat(config.getRestoreConsumerConfigs("c"))
                .containsEntry("sasl.jaas.config", PREFIXED_SECRET + "restore.consumer.");
        assertThat(config.getProducerConfigs("c")).containsEntry("sasl.jaas.config", PREFIXED_SECRET + "producer.");
        assertThat(config.getAdminConfigs("c")).containsEntry("sasl.jaas.config", PREFIXED_SECRET + "admin.");
        assertThat(options.adminProperties()).containsEntry("sasl.jaas.config", PREFIXED_SECRET + "admin.");
    }

    static StreamsOptions options(Map<String, Object> given) {
        Map<String, Object> kafka = new HashMap<>(given);
        kafka.put("bootstrap.servers", "127.0.0.1:1");
        return new StreamsOptions(
                "bell",
                kafka,
                Map.of(),
                true,
                Topics.DEFAULTS,
                "at_least_once",
                1,
                0,
                Path.of("/nowhere"),
                "127.0.0.1:8080",
                Duration.ofMinutes(5));
    }
}
