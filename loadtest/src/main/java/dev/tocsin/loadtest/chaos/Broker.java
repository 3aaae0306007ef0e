package dev.tocsin.loadtest.chaos;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Kafka and the registry, which can be killed and come back at the same place with the same data. */
final class Broker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final List<String> JVM =
            List.of("-Xmx512m", "-Dlogback.configurationFile=dev/tocsin/sandbox/logback.xml");

    private final Path directory;
    private ChildJvm jvm;
    private int kills;
    private final String bootstrapServers;
    private final String registryUrl;

    private Broker(Path directory, ChildJvm jvm, List<String> places) {
        this.directory = directory;
        this.jvm = jvm;
        this.bootstrapServers = places.get(0);
        this.registryUrl = places.get(1);
    }

    /** Returns when both take requests. */
    static Broker start(Path directory) throws InterruptedException {
        ChildJvm jvm = launch(directory, 0, 0);
        return new Broker(directory, jvm, awaitReady(directory, jvm));
    }

    private static ChildJvm launch(Path directory, int kafkaPort, int registryPort) {
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(ready(directory));
        } catch (IOException e) {
            throw ChaosException.broken("The broker cannot use " + directory + ": " + e.getMessage(), e);
        }
        List<String> jvm = new ArrayList<>(JVM);
        jvm.add("-Dtocsin.registry.home=" + System.getProperty("tocsin.registry.home"));
        return ChildJvm.start(
                BrokerMain.class,
                jvm,
                List.of(
                        directory.resolve("data").toString(),
                        Integer.toString(kafkaPort),
                        Integer.toString(registryPort),
                        ready(directory).toString()),
                directory.resolve("broker.log"));
    }

    private static Path ready(Path directory) {
        return directory.resolve("ready");
    }

    private static List<String> awaitReady(Path directory, ChildJvm jvm) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < deadline && jvm.isAlive()) {
                if (Files.exists(ready(directory))) {
                    return Files.readAllLines(ready(directory));
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (IOException e) {
            throw ChaosException.broken("The broker did not say where it is: " + e.getMessage(), e);
        }
        throw ChaosException.broken(
                "The broker did not start within " + PATIENCE.toSeconds() + " s; see broker.log in " + directory, null);
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** How clients reach both. */
    Map<String, Object> client() {
        return Map.of("bootstrap.servers", bootstrapServers, "schema.registry.url", registryUrl);
    }

    /** As {@code kill -9} does; the registry goes with it. */
    void kill() throws InterruptedException {
        if (jvm.isAlive()) {
            kills++;
        }
        jvm.kill();
    }

    /** How often it was killed while it ran. */
    int kills() {
        return kills;
    }

    /** After {@link #kill}: the same ports and the same data. */
    void restart() {
        jvm = launch(directory, port("kafka://" + bootstrapServers), port(registryUrl));
        awaitReady(directory, jvm);
    }

    private static int port(String address) {
        return URI.create(address).getPort();
    }

    void takeRegistry() {
        jvm.tell(BrokerMain.TAKE_REGISTRY);
    }

    void giveRegistry() {
        jvm.tell(BrokerMain.GIVE_REGISTRY);
    }

    @Override
    public void close() {
        try {
            jvm.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
