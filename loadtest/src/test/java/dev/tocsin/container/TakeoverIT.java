package dev.tocsin.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.loadtest.traffic.Story;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Two instances of one application. */
@NeedsDocker
class TakeoverIT {
    private static final int PARTITIONS = 4;

    @Test
    void two_share_the_partitions_one_is_killed_the_other_takes_over_and_leaves_within_ten_seconds() throws Exception {
        Deployment deployment = Deployment.create("takeover", PARTITIONS);
        Traffic traffic = new Traffic(deployment, 12);
        traffic.sendHistory("lz4");
        try (Instance one = instance(deployment);
                Instance other = instance(deployment)) {
            one.start();
            other.start();
            one.awaitReady();
            other.awaitReady();
            await().atMost(Instance.PATIENCE).untilAsserted(() -> assertThat(loginPartitions(deployment))
                    .hasSize(2)
                    .allSatisfy(partitions -> assertThat(partitions).hasSize(PARTITIONS / 2)));

            one.kill();
            List<Story> takeovers = traffic.takeovers();
            traffic.send(takeovers, "lz4");
            traffic.awaitAlerts(takeovers);

            assertThat(other.terminate()).isLessThan(Duration.ofSeconds(10));
            // 143: ended by SIGTERM, after the work was put in order
            assertThat(other.state().getExitCodeLong()).isIn(0L, 143L);
            assertThat(members(deployment)).isEmpty();
        }
    }

    private static Instance instance(Deployment deployment) {
        return new Instance(deployment)
                .withEnv("TOCSIN_STANDBYS", "1")
                .withEnv("TOCSIN_KAFKA_SESSION_TIMEOUT_MS", "6000");
    }

    private static List<Set<TopicPartition>> loginPartitions(Deployment deployment) throws Exception {
        return members(deployment).stream()
                .map(member -> member.assignment().topicPartitions().stream()
                        .filter(partition ->
                                partition.topic().equals(deployment.topics().logins()))
                        .collect(Collectors.toSet()))
                .toList();
    }

    private static Collection<MemberDescription> members(Deployment deployment) throws Exception {
        try (Admin admin = Platform.get().admin()) {
            return admin.describeConsumerGroups(List.of(deployment.name()))
                    .all()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .members();
        }
    }
}
