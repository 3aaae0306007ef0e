package dev.tocsin.container;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

/**
 * Kafka as its public image runs it, with three doors.
 *
 * <pre>
 *   localhost:(mapped)  plain, for the tests; whoever comes here may do everything
 *   kafka:9093          plain, for containers; the same
 *   kafka:9094          TLS and SCRAM-SHA-512, for containers; nobody may do anything without an ACL
 * </pre>
 */
final class Broker extends GenericContainer<Broker> {
    static final String PLAIN = "kafka:9093";
    static final String SECURED = "kafka:9094";

    private static final int FOR_TESTS = 9092;
    private static final String START = "/tmp/start.sh";
    private static final String KEYS = "/tmp/kafka.p12";

    Broker(Network network, ServerKeys keys) {
        super("apache/kafka:" + System.getProperty("kafka.version", "4.3.1"));
        withNetwork(network);
        withNetworkAliases("kafka");
        withExposedPorts(FOR_TESTS);
        withCopyToContainer(keys.keyStore(), KEYS);
        roles();
        security(keys);
        // The address to advertise is known once the container runs.
        withCommand("sh", "-c", "until [ -f " + START + " ]; do sleep 0.1; done; . " + START);
        waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1).withStartupTimeout(Duration.ofMinutes(2)));
    }

    private void roles() {
        withEnv("KAFKA_NODE_ID", "1");
        withEnv("KAFKA_PROCESS_ROLES", "broker,controller");
        withEnv("KAFKA_LISTENERS", "TESTS://:9092,PLAIN://:9093,SECURED://:9094,CONTROLLER://:9095");
        withEnv(
                "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                "TESTS:PLAINTEXT,PLAIN:PLAINTEXT,SECURED:SASL_SSL,CONTROLLER:PLAINTEXT");
        withEnv("KAFKA_INTER_BROKER_LISTENER_NAME", "PLAIN");
        withEnv("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER");
        withEnv("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9095");
        withEnv("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1");
        withEnv("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1");
        withEnv("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1");
        withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1");
        withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1");
        withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        withEnv("KAFKA_HEAP_OPTS", "-Xmx512m");
    }

    private void security(ServerKeys keys) {
        withEnv("KAFKA_AUTHORIZER_CLASS_NAME", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        withEnv("KAFKA_SUPER_USERS", "User:ANONYMOUS");
        withEnv("KAFKA_SASL_ENABLED_MECHANISMS", "SCRAM-SHA-512");
        withEnv(
                "KAFKA_LISTENER_NAME_SECURED_SCRAM___SHA___512_SASL_JAAS_CONFIG",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        withEnv("KAFKA_SSL_KEYSTORE_TYPE", "PKCS12");
        withEnv("KAFKA_SSL_KEYSTORE_LOCATION", KEYS);
        withEnv("KAFKA_SSL_KEYSTORE_PASSWORD", keys.password());
        withEnv("KAFKA_SSL_KEY_PASSWORD", keys.password());
    }

    @Override
    protected void containerIsStarting(InspectContainerResponse started) {
        String advertised = "TESTS://" + bootstrap() + ",PLAIN://" + PLAIN + ",SECURED://" + SECURED;
        String script = "export KAFKA_ADVERTISED_LISTENERS=" + advertised + "\nexec /etc/kafka/docker/run\n";
        copyFileToContainer(Transferable.of(script.getBytes(StandardCharsets.UTF_8), 0755), START);
    }

    /** For clients on this machine. */
    String bootstrap() {
        return getHost() + ":" + getMappedPort(FOR_TESTS);
    }
}
