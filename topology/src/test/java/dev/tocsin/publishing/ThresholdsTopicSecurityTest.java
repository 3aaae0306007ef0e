package dev.tocsin.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.Test;

/** What Kafka's clients know of security reaches those that follow and publish thresholds. */
class ThresholdsTopicSecurityTest {
    private final Map<String, String> security = ConsumerConfig.configNames().stream()
            .filter(name -> name.matches("(ssl|sasl|security)\\..*"))
            .collect(Collectors.toMap(name -> name, name -> "value-of-" + name));

    @Test
    void reader_publisher_and_admin_are_given_all_of_it() {
        ThresholdsTopic topic = new ThresholdsTopic("t", security);

        assertThat(security).hasSizeGreaterThan(40);
        assertThat(topic.consumerProperties()).containsAllEntriesOf(security);
        assertThat(topic.producerProperties()).containsAllEntriesOf(security);
        assertThat(topic.adminProperties()).containsAllEntriesOf(security);
    }

    @Test
    void what_is_said_of_one_kind_of_client_wins_there_and_no_group_or_transaction_comes_along() {
        Map<String, String> kafka = new HashMap<>(security);
        for (String kind : List.of("consumer", "producer", "admin")) {
            kafka.put(kind + ".sasl.jaas.config", kind);
            kafka.put(kind + ".group.instance.id", "one");
            kafka.put(kind + ".transactional.id", "one");
        }
        ThresholdsTopic topic = new ThresholdsTopic("t", kafka);

        assertThat(topic.consumerProperties()).containsEntry("sasl.jaas.config", "consumer");
        assertThat(topic.producerProperties()).containsEntry("sasl.jaas.config", "producer");
        assertThat(topic.adminProperties()).containsEntry("sasl.jaas.config", "admin");
        assertThat(topic.consumerProperties()).doesNotContainKey("group.instance.id");
        assertThat(topic.producerProperties()).doesNotContainKey("transactional.id");
    }
}
