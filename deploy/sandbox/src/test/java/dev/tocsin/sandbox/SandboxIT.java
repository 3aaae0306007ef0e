package dev.tocsin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SandboxIT {

    private static final String SCHEMA = "{\"schema\":\"\\\"string\\\"\"}";

    private static final SandboxOptions OPTIONS = SandboxOptions.temporary();
    private static Sandbox sandbox;
    private static KafkaClients kafka;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(OPTIONS);
        kafka = new KafkaClients(sandbox.bootstrapServers());
    }

    @AfterAll
    static void close_deletes_the_temporary_directory() {
        sandbox.close();
        sandbox.close();

        assertThat(OPTIONS.dataDirectory()).doesNotExist();
    }

    @Test
    void what_is_produced_is_consumed() throws Exception {
        kafka.createTopic("plain");

        kafka.produce("plain", "hello");

        assertThat(kafka.consume("plain", 1)).containsExactly("hello");
    }

    @Test
    void transaction_is_seen_when_committed_and_not_when_aborted() throws Exception {
        kafka.createTopic("transactions");
        try (KafkaProducer<String, String> producer = kafka.producer(Map.of("transactional.id", "it"))) {
            producer.initTransactions();
            producer.beginTransaction();
            Future<RecordMetadata> aborted = producer.send(new ProducerRecord<>("transactions", "aborted"));
            producer.flush();
            assertThat(aborted.get().offset()).isZero();
            producer.abortTransaction();
            producer.beginTransaction();
            Future<RecordMetadata> committed = producer.send(new ProducerRecord<>("transactions", "committed"));
            producer.commitTransaction();
            assertThat(committed.get().offset()).isPositive();
        }

        assertThat(kafka.consume("transactions", 1)).containsExactly("committed");
    }

    @Test
    void mistyped_topic_is_not_created() throws Exception {
        try (Admin admin = kafka.admin()) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("tocsin.loggins"))
                            .allTopicNames()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void tocsins_topics_are_created_once_with_equal_partitions() throws Exception {
        SandboxTopics.createMissing(sandbox.bootstrapServers());
        SandboxTopics.createMissing(sandbox.bootstrapServers());

        try (Admin admin = kafka.admin()) {
            assertThat(admin.describeTopics(SandboxTopics.NAMES)
                            .allTopicNames()
                            .get()
                            .values())
                    .hasSize(5)
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(4));
            assertThat(admin.describeTopics(List.of(SandboxTopics.THRESHOLDS))
                            .allTopicNames()
                            .get()
                            .values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(1));
        }
    }

    @Test
    void confluent_api_is_at_the_root_and_under_apicurios_path() throws Exception {
        String id = Http.send("POST", sandbox.registryUrl() + "/subjects/paths-value/versions", SCHEMA)
                .body();

        assertThat(id).matches("\\{\"id\":\\d+}");
        String byId = "/schemas/ids/" + id.replaceAll("\\D", "");
        assertThat(Http.get(sandbox.registryUrl() + byId).body()).contains("\"schema\":\"\\\"string\\\"\"");
        assertThat(Http.get(sandbox.registryUrl() + "/apis/ccompat/v7" + byId).body())
                .isEqualTo(Http.get(sandbox.registryUrl() + byId).body());
    }

    @Test
    void unknown_id_and_unknown_subject_have_confluents_error_codes() throws Exception {
        assertThat(Http.get(sandbox.registryUrl() + "/schemas/ids/999").body()).contains("\"error_code\":40403");
        assertThat(Http.get(sandbox.registryUrl() + "/subjects/none/versions").body())
                .contains("\"error_code\":40401");
    }

    @Test
    void compatibility_can_be_set_and_is_enforced() throws Exception {
        String subject = sandbox.registryUrl() + "/subjects/strict-value/versions";
        Http.send("POST", subject, SCHEMA);
        Http.send("PUT", sandbox.registryUrl() + "/config/strict-value", "{\"compatibility\":\"FULL_TRANSITIVE\"}");

        assertThat(Http.send("POST", subject, "{\"schema\":\"\\\"int\\\"\"}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void registry_comes_back_on_its_port_with_its_schemas() throws Exception {
        String schemas = sandbox.registryUrl() + "/subjects/outage-value/versions";
        String registered = Http.send("POST", schemas, SCHEMA).body();

        sandbox.stopRegistry();
        assertThatIOException().isThrownBy(() -> Http.get(schemas)).isInstanceOf(ConnectException.class);
        sandbox.startRegistry();

        assertThat(Http.send("POST", schemas, SCHEMA).body()).isEqualTo(registered);
    }

    @Test
    void kafka_comes_back_on_its_port_with_its_records() throws Exception {
        kafka.createTopic("outage");
        kafka.produce("outage", "before");

        sandbox.stopKafka();
        assertThatThrownBy(() -> connect(sandbox.bootstrapServers())).isInstanceOf(ConnectException.class);
        sandbox.startKafka();
        kafka.produce("outage", "after");

        assertThat(kafka.consume("outage", 2)).containsExactly("before", "after");
    }

    private static void connect(String hostAndPort) throws IOException {
        URI address = URI.create("kafka://" + hostAndPort);
        new Socket(address.getHost(), address.getPort()).close();
    }
}
