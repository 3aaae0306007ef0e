package dev.tocsin.streams;

import static org.awaitility.Awaitility.await;

import dev.tocsin.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code tocsin run} as a process of its own, told by environment variables as a platform would tell it. */
final class DetectorProcess implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private DetectorProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param variables beside those that name broker, registry, topics and a free port */
    static DetectorProcess started(Path folder, String applicationId, Topics topics, Map<String, String> variables) {
        try {
            int port = freePort();
            Path config = Files.writeString(folder.resolve("tocsin.yaml"), """
                    kafka: { bootstrap.servers: "%s" }
                    schema-registry: { url: "%s" }
                    application-id: %s
                    topics:
                      logins: %s
                      account-changes: %s
                      alerts: %s
                      suppressed: %s
                      dead-letters: %s
                      thresholds: %s
                    state-dir: state
                    allow-temporary-state: true
                    """.formatted(
                            RealKafka.bootstrap(),
                            RealKafka.registry().get("schema.registry.url"),
                            applicationId,
                            topics.logins(),
                            topics.accountChanges(),
                            topics.alerts(),
                            topics.suppressed(),
                            topics.deadLetters(),
                            topics.thresholds()));
            ProcessBuilder command = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    "run",
                    "--create-topics",
                    "--config",
                    config.toString());
            command.environment().putAll(variables);
            command.environment().put("TOCSIN_HTTP_PORT", Integer.toString(port));
            command.redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile());
            return new DetectorProcess(command.start(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void awaitReady() {
        await().atMost(RunningDetector.PATIENCE)
                .ignoreExceptions()
                .until(() -> get("/health/ready").statusCode() == 200);
    }

    String metrics() throws IOException, InterruptedException {
        return get("/metrics").body();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** SIGTERM, and the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("did not end within 20 s of SIGTERM");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
