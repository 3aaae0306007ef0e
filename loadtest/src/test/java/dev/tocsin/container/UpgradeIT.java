package dev.tocsin.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Container.ExecResult;

/**
 * A new image over what an older one has left in Kafka.
 *
 * <p>Nothing was released yet, so what stands for the older one are the golden bytes of layout 1, which stay readable
 * for ever. With a second layout, its bytes join them here.
 */
@NeedsDocker
class UpgradeIT {
    private static final Path GOLDEN = Path.of("../topology/src/test/resources/dev/tocsin/codec/state-v1.hex");
    private static final String ACCOUNT = "account-1";

    @Test
    void state_in_the_first_layout_is_restored_and_explained() throws Exception {
        Deployment deployment = Deployment.create("upgrade", 1);
        leave(deployment, HexFormat.of().parseHex(Files.readString(GOLDEN).replaceAll("\\s", "")));

        try (Instance instance = new Instance(deployment)) {
            instance.startReady();
            ExecResult explained = instance.exec("tocsin", "explain", "--account", ACCOUNT, "--json");

            assertThat(explained.getExitCode()).as(explained.getStderr()).isZero();
            // the account's newest event when the bytes were written
            assertThat(explained.getStdout()).contains("\"again\"");
        }
    }

    private static void leave(Deployment deployment, byte[] state) throws Exception {
        try (Admin admin = Platform.get().admin()) {
            NewTopic changelog =
                    new NewTopic(deployment.changelog(), Optional.of(deployment.partitions()), Optional.empty());
            admin.createTopics(List.of(changelog.configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        }
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Platform.get().broker().bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            byte[] key = ACCOUNT.getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(deployment.changelog(), key, state))
                    .get();
        }
    }
}
