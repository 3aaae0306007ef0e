package dev.tocsin.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.publishing.PublicationListener;
import dev.tocsin.publishing.ThresholdsFollower;
import dev.tocsin.publishing.ThresholdsPublisher;
import dev.tocsin.publishing.TopicException;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionedRuleBook;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A topic of thresholds that is not as it must be is refused before anything relies on it. */
class ThresholdsTopicIT {
    private static final Map<String, String> RIGHT =
            Map.of("cleanup.policy", "compact", "message.timestamp.type", "LogAppendTime");

    @TempDir
    private Path folder = Path.of("");

    private static void create(String topic, int partitions, Map<String, String> config) throws Exception {
        try (Admin admin = RealKafka.admin()) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(config)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static void checkedWith(String run, Map<String, String> config) throws Exception {
        create(RealKafka.topics(run).thresholds(), 1, config);
        RunningDetector.startedOn(run).close();
    }

    @Test
    void topic_that_deletes_what_is_old_is_refused() {
        assertThatThrownBy(() -> checkedWith(RealKafka.freshName(), Map.of("message.timestamp.type", "LogAppendTime")))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("has cleanup.policy=delete")
                .hasMessageContaining("--add-config cleanup.policy=compact");
        assertThatThrownBy(() -> checkedWith(RealKafka.freshName(), Map.of("cleanup.policy", "compact,delete")))
                .hasMessageContaining("has cleanup.policy=compact,delete");
    }

    @Test
    void topic_that_believes_its_publishers_clocks_is_refused() {
        assertThatThrownBy(() -> checkedWith(RealKafka.freshName(), Map.of("cleanup.policy", "compact")))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("has message.timestamp.type=CreateTime");
    }

    @ParameterizedTest
    @CsvSource({"message.timestamp.type, LogAppendTime, cleanup.policy=delete", "cleanup.policy, compact, CreateTime"})
    void nothing_is_published_on_a_topic_that_would_not_keep_it_or_its_time(String key, String value, String fault)
            throws Exception {
        String run = RealKafka.freshName();
        create(RealKafka.topics(run).thresholds(), 1, Map.of(key, value));
        Operator operator = new Operator(folder, run);

        Operator.Ran ran = operator.publish("version: a\nmode: shadow\n");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(fault, "Mend it: ");
        try (ThresholdsPublisher publisher = ThresholdsPublisher.open(operator.topic())) {
            assertThat(publisher.log().last()).isEmpty();
        }
    }

    @Test
    void follower_that_breaks_says_so_instead_of_missing_versions() throws Exception {
        String run = RealKafka.freshName();
        create(RealKafka.topics(run).thresholds(), 1, RIGHT);
        Operator operator = new Operator(folder, run);
        IllegalStateException bug = new IllegalStateException("planted");
        PublicationListener broken = (PublicationListener) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PublicationListener.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("received")) {
                        throw bug;
                    }
                    return null;
                });

        try (ThresholdsFollower follower = operator.following(new VersionedRuleBook(Thresholds.defaults()), broken)) {
            follower.start();
            assertThat(follower.failed()).isNotDone();
            assertThat(operator.publish("version: a\ndetectors: { failed-burst: { failures: 5 } }\n")
                            .exitCode())
                    .isZero();

            assertThat(follower.failed())
                    .failsWithin(RunningDetector.PATIENCE)
                    .withThrowableThat()
                    .withCause(bug);
        }
    }

    @Test
    void topic_made_by_hand_as_it_must_be_is_taken() {
        assertThatCode(() -> checkedWith(RealKafka.freshName(), RIGHT)).doesNotThrowAnyException();
    }

    @Test
    void topic_with_more_partitions_is_refused_by_detector_and_publisher() throws Exception {
        String run = RealKafka.freshName();
        create(RealKafka.topics(run).thresholds(), 2, RIGHT);
        Operator operator = new Operator(folder, run);
        VersionedRuleBook rules = new VersionedRuleBook(Thresholds.defaults());

        try (ThresholdsFollower follower = operator.following(rules, PublicationListener.NOOP)) {
            assertThatThrownBy(follower::start)
                    .isInstanceOf(TopicException.class)
                    .hasMessageContaining("has 2 partitions. It must have one");
        }
        assertThat(operator.publish("version: a\ndetectors: { failed-burst: { failures: 5 } }\n"))
                .extracting(Operator.Ran::exitCode, Operator.Ran::out)
                .containsExactly(2, "");
    }
}
