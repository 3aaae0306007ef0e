package dev.tocsin.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.loadtest.traffic.Story;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/** A registry that asks who comes. */
@NeedsDocker
class RegistrySecurityIT {
    @Test
    void alerts_come_out_with_the_password_and_without_it_the_reason_is_told() throws Exception {
        Deployment deployment = Deployment.create("registry-auth", 2);
        Traffic traffic = new Traffic(deployment, 14);
        traffic.sendHistory("none");
        try (GenericContainer<?> turnstile = turnstile();
                Instance stranger = behindTurnstile(deployment);
                Instance known = behindTurnstile(deployment)
                        .withEnv("TOCSIN_SCHEMA_REGISTRY_BASIC_AUTH_CREDENTIALS_SOURCE", "USER_INFO")
                        .withEnv(
                                "TOCSIN_SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO",
                                Turnstile.USER + ":" + Turnstile.PASSWORD)) {
            turnstile.start();
            stranger.start();
            await().atMost(Instance.PATIENCE)
                    .untilAsserted(() -> assertThat(stranger.health("ready").getStdout())
                            .contains("schema registry")
                            .contains("basic.auth"));
            assertThat(stranger.getLogs()).doesNotContain("\tat ");
            stranger.stop();

            known.startReady();
            List<Story> takeovers = traffic.takeovers();
            traffic.send(takeovers, "none");
            traffic.awaitAlerts(takeovers);
            assertThat(known.getLogs()).doesNotContain(Turnstile.PASSWORD);
        }
    }

    private static Instance behindTurnstile(Deployment deployment) {
        return new Instance(deployment)
                .withEnv("TOCSIN_SCHEMA_REGISTRY_URL", "http://turnstile:" + Turnstile.PORT + "/apis/ccompat/v7");
    }

    /** Our own class, run in the JRE that the image is built on. */
    private static GenericContainer<?> turnstile() throws Exception {
        Path classes = Path.of(Turnstile.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return new GenericContainer<>("eclipse-temurin:25-jre")
                .withNetwork(Platform.get().network())
                .withNetworkAliases("turnstile")
                .withCopyFileToContainer(
                        MountableFile.forHostPath(classes.resolve("dev/tocsin/container")),
                        "/classes/dev/tocsin/container")
                .withCommand("java", "-cp", "/classes", Turnstile.class.getName(), "http://registry:8080")
                .waitingFor(Wait.forLogMessage(".*turnstile turns.*", 1));
    }
}
