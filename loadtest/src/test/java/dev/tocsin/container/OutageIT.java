package dev.tocsin.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import dev.tocsin.loadtest.traffic.Story;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

/** A broker that stops answering, as on a network that was cut, and is back later. */
@NeedsDocker
class OutageIT {
    @Test
    void a_paused_broker_is_waited_for_and_said_to_be_away() throws Exception {
        Deployment deployment = Deployment.create("outage", 2);
        Traffic traffic = new Traffic(deployment, 15);
        traffic.sendHistory("none");
        DockerClient docker = DockerClientFactory.instance().client();
        String broker = Platform.get().broker().getContainerId();
        try (Instance instance = new Instance(deployment)) {
            instance.startReady();
            docker.pauseContainerCmd(broker).exec();
            try {
                await().atMost(Instance.PATIENCE)
                        .untilAsserted(() -> assertThat(instance.health("ready").getExitCode())
                                .isNotZero());
                assertThat(instance.health("live").getExitCode()).isZero();
            } finally {
                docker.unpauseContainerCmd(broker).exec();
            }
            instance.awaitReady();
            List<Story> takeovers = traffic.takeovers();
            traffic.send(takeovers, "none");
            traffic.awaitAlerts(takeovers);
        }
    }
}
