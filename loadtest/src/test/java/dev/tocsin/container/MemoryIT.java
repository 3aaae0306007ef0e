package dev.tocsin.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;

/** Many accounts and many partitions under a tight limit, without swap. */
@NeedsDocker
class MemoryIT {
    private static final int LIMIT_MIB = 512;
    private static final int ACCOUNTS = 200_000;
    private static final int ROUNDS = 2;

    /** Left to themselves, this many stores would take up to 16 × (50 + 48) MiB. */
    private static final int PARTITIONS = 16;

    @Test
    void heap_and_rocksdb_stay_inside_the_limit() throws Exception {
        Deployment deployment = Deployment.create("memory", PARTITIONS);
        new Crowd(deployment, ACCOUNTS).send(ROUNDS);
        try (Instance instance =
                new Instance(deployment).withMemoryMib(LIMIT_MIB).withEnv("TOCSIN_KAFKA_COMMIT_INTERVAL_MS", "1000")) {
            long start = System.nanoTime();
            instance.startReady();
            await().atMost(Duration.ofMinutes(4)).until(() -> committed(deployment) == (long) ACCOUNTS * ROUNDS);
            long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();

            ContainerState state = instance.state();
            assertThat(state.getOOMKilled()).isFalse();
            assertThat(state.getRunning()).isTrue();
            long peakKib = peakKib(instance);
            System.out.printf(
                    "%,d accounts, %,d events, %d partitions in %d s under %d MiB: peak resident %d MiB%n",
                    ACCOUNTS, ACCOUNTS * ROUNDS, PARTITIONS, seconds, LIMIT_MIB, peakKib >> 10);
            assertThat(peakKib >> 10).isLessThan(LIMIT_MIB);
        }
    }

    private static long committed(Deployment deployment) throws Exception {
        try (Admin admin = Platform.get().admin()) {
            List<OffsetAndMetadata> offsets = admin
                    .listConsumerGroupOffsets(deployment.name())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .filter(entry ->
                            entry.getKey().topic().equals(deployment.topics().logins()))
                    .map(entry -> entry.getValue())
                    .toList();
            return offsets.stream().mapToLong(OffsetAndMetadata::offset).sum();
        }
    }

    /** The JVM is the container's first process. */
    private static long peakKib(Instance instance) {
        String status = instance.exec("cat", "/proc/1/status").getStdout();
        Matcher peak = Pattern.compile("VmHWM:\\s+(\\d+) kB").matcher(status);
        assertThat(peak.find()).as(status).isTrue();
        return Long.parseLong(peak.group(1));
    }
}
