package dev.tocsin.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Capability;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.utility.DockerStatus;

/**
 * A container of the image, with as little as it should need: a root file system that it cannot write to, a
 * {@code /tmp} from which nothing can be executed, no capabilities, and its state on a volume.
 */
final class Instance extends GenericContainer<Instance> {
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final long MIB = 1L << 20;

    private long memoryMib = 768;

    Instance(Deployment deployment) {
        super(Platform.get().image());
        withNetwork(Platform.get().network());
        withEnv(deployment.environment());
        withTmpFs(Map.of("/tmp", "rw,noexec,nosuid,nodev,size=16m"));
        withCreateContainerCmdModifier(command -> Objects.requireNonNull(command.getHostConfig())
                .withReadonlyRootfs(true)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withMemory(memoryMib * MIB)
                .withMemorySwap(memoryMib * MIB));
    }

    Instance withMemoryMib(long mib) {
        memoryMib = mib;
        return this;
    }

    /** Starts, and returns once it has partitions and works. */
    Instance startReady() {
        start();
        awaitReady();
        return this;
    }

    void awaitReady() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            assertThat(state().getRunning())
                    .as(() -> "running; its log:\n" + getLogs())
                    .isTrue();
            return health("ready").getExitCode() == 0;
        });
    }

    /** Starts one that should refuse to, and returns what it says once it has ended with exit code 2. */
    String startRefused() {
        withStartupCheckStrategy(new Ended().withTimeout(PATIENCE));
        start();
        assertThat(state().getExitCodeLong()).as(this::getLogs).isEqualTo(2);
        return getLogs();
    }

    ExecResult health(String question) {
        return exec("/opt/tocsin/bin/health", question);
    }

    ExecResult exec(String... command) {
        try {
            return execInContainer(command);
        } catch (Exception e) {
            throw new IllegalStateException("cannot run " + String.join(" ", command), e);
        }
    }

    /** What a running process has no part in. */
    void kill() {
        DockerClientFactory.instance()
                .client()
                .killContainerCmd(getContainerId())
                .exec();
    }

    /** SIGTERM, and how long the process took to end. */
    Duration terminate() {
        long start = System.nanoTime();
        DockerClientFactory.instance()
                .client()
                .stopContainerCmd(getContainerId())
                .withTimeout((int) PATIENCE.toSeconds())
                .exec();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    ContainerState state() {
        return getCurrentContainerInfo().getState();
    }

    /** Has a container run to its end, whatever that is. */
    private static final class Ended extends StartupCheckStrategy {
        @Override
        public StartupStatus checkStartupState(DockerClient client, String containerId) {
            ContainerState state = getCurrentState(client, containerId);
            return DockerStatus.isContainerStopped(state) ? StartupStatus.SUCCESSFUL : StartupStatus.NOT_YET_KNOWN;
        }
    }
}
