package dev.tocsin.container;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;

/**
 * What a platform team has beside the detector: one broker, one registry, and the image, once per test JVM.
 *
 * @param image built from this checkout
 */
record Platform(Network network, Broker broker, GenericContainer<?> registry, ServerKeys keys, String image) {
    static final String REGISTRY_URL = "http://registry:8080/apis/ccompat/v7";

    private static final String REGISTRY_IMAGE = "apicurio/apicurio-registry:3.3.3";
    private static final String IMAGE = "tocsin:tested";
    private static final int REGISTRY_PORT = 8080;

    /** Starts with its first use; containers end with the JVM. */
    private static final class Started {
        private static final Platform PLATFORM = start();
    }

    static Platform get() {
        return Started.PLATFORM;
    }

    private static Platform start() {
        try {
            CompletableFuture<Void> image = CompletableFuture.runAsync(() -> buildImage(IMAGE));
            Network network = Network.newNetwork();
            ServerKeys keys = ServerKeys.of("kafka");
            Broker broker = new Broker(network, keys);
            GenericContainer<?> registry = new GenericContainer<>(REGISTRY_IMAGE)
                    .withNetwork(network)
                    .withNetworkAliases("registry")
                    .withExposedPorts(REGISTRY_PORT)
                    .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects")
                            .forPort(REGISTRY_PORT)
                            .withStartupTimeout(Duration.ofMinutes(2)));
            CompletableFuture.allOf(image, Startables.deepStart(broker, registry))
                    .join();
            return new Platform(network, broker, registry, keys, IMAGE);
        } catch (Exception e) {
            throw new IllegalStateException("the containers beside the detector did not start", e);
        }
    }

    /** As {@code deploy/tocsin image} does, from what this build has packaged. */
    static void buildImage(String tag, String... more) {
        try {
            Path root = Path.of("..").toRealPath();
            List<String> command =
                    new ArrayList<>(List.of(root.resolve("deploy/docker/build").toString(), "--tag", tag));
            command.addAll(List.of(more));
            Shell.run(root, command.toArray(String[]::new));
        } catch (Exception e) {
            throw new IllegalStateException("the image cannot be built", e);
        }
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
    }

    /** How a client on this machine reaches Kafka and the registry. */
    Map<String, Object> client() {
        return Map.of(
                "bootstrap.servers",
                broker.bootstrap(),
                "schema.registry.url",
                "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT) + "/apis/ccompat/v7");
    }
}
