package dev.tocsin.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.metrics.DetectionMetrics;
import dev.tocsin.testing.NoDatabases;
import dev.tocsin.testing.TestAccount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when something around the detector is missing, wrong or away. */
class LifecycleIT {
    private final Path stateDir;

    LifecycleIT(@TempDir Path stateDir) {
        this.stateDir = stateDir;
    }

    @Test
    void good_bytes_wait_for_a_registry_that_is_away() {
        try (RunningDetector detector = RunningDetector.started("at_least_once")) {
            detector.awaitReady();
            Story story = new Story("seller-1");
            byte[] login = detector.bytes(story.login(story.now, "NO"));

            RealKafka.sandbox().stopRegistry();
            try {
                detector.send(detector.topics().logins(), "seller-1", login);
                await().atMost(RunningDetector.PATIENCE).untilAsserted(() -> assertThat(
                                detector.app().readiness().trouble())
                        .hasValueSatisfying(reason -> assertThat(reason).contains("schema registry")));
                assertThat(RunningDetector.records(detector.topics().deadLetters()))
                        .isEmpty();
            } finally {
                RealKafka.sandbox().startRegistry();
            }

            await().atMost(RunningDetector.PATIENCE)
                    .until(() -> detector.app().accounts().find("seller-1") instanceof AccountLookup.Answer.Found);
            detector.awaitReady();
            assertThat(RunningDetector.records(detector.topics().deadLetters())).isEmpty();
        }
    }

    @Test
    void a_stop_does_not_wait_for_a_registry_that_is_away() {
        RunningDetector detector = RunningDetector.started("at_least_once");
        detector.awaitReady();
        Story story = new Story("seller-2");
        byte[] login = detector.bytes(story.login(story.now, "NO"));
        RealKafka.sandbox().stopRegistry();
        try {
            detector.send(detector.topics().logins(), "seller-2", login);
            await().atMost(RunningDetector.PATIENCE)
                    .until(() -> detector.app().readiness().trouble().isPresent());
            detector.close();
            assertThat(detector.app().ended()).succeedsWithin(Duration.ofSeconds(1));
        } finally {
            RealKafka.sandbox().startRegistry();
        }
    }

    @Test
    void an_error_in_judging_ends_the_application_with_its_cause() {
        try (RunningDetector detector = RunningDetector.startedWith(event -> {
            throw new IllegalStateException("a bug in the rules");
        })) {
            Story story = new Story("seller-3");
            detector.send(story.login(story.now, "NO"));
            assertThat(detector.app().ended())
                    .failsWithin(60, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .havingRootCause()
                    .withMessage("a bug in the rules");
        }
    }

    @Test
    void missing_topics_are_refused_with_the_way_out() {
        StreamsOptions options = options(RealKafka.freshName());

        assertThatThrownBy(() -> build(options, false))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining(options.topics().logins())
                .hasMessageContaining("--create-topics");
    }

    @Test
    void create_topics_makes_what_is_missing_as_wide_as_the_input_that_is_there() throws Exception {
        StreamsOptions options = options(RealKafka.freshName());
        create(options.topics().accountChanges(), 3);

        build(options, true).close();

        try (Admin admin = RealKafka.admin()) {
            assertThat(admin.describeTopics(List.of(
                                    options.topics().logins(), options.topics().deadLetters()))
                            .allTopicNames()
                            .get()
                            .values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(3));
        }
    }

    @Test
    void unequal_partition_counts_are_refused_naming_both() throws Exception {
        StreamsOptions options = options(RealKafka.freshName());
        create(options.topics().logins(), 2);
        create(options.topics().accountChanges(), 3);

        assertThatThrownBy(() -> build(options, true))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining(options.topics().logins() + " has 2 partitions")
                .hasMessageContaining(options.topics().accountChanges() + " has 3");
    }

    @Test
    void a_partition_count_that_changed_under_the_state_is_refused() throws Exception {
        StreamsOptions options = options(RealKafka.freshName());
        create(options.topics().logins(), 2);
        create(options.topics().accountChanges(), 2);
        create(options.applicationId() + "-accounts-changelog", 4);

        assertThatThrownBy(() -> build(options, true))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("new application-id");
    }

    @Test
    void client_settings_that_cannot_work_are_refused_in_a_sentence() {
        StreamsOptions good = options(RealKafka.freshName());
        StreamsOptions bad = new StreamsOptions(
                good.applicationId(),
                Map.of("bootstrap.servers", RealKafka.bootstrap(), "security.protocol", "SECRET_SAUCE"),
                good.registry(),
                true,
                good.topics(),
                good.guarantee(),
                1,
                0,
                stateDir,
                good.advertised(),
                good.maxFuture());

        assertThatThrownBy(() -> build(bad, true))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("SECRET_SAUCE");
    }

    private static DetectorApp build(StreamsOptions options, boolean createTopics) {
        DetectionEngine engine = new DetectionEngine(TestAccount.GRACE, event -> TestAccount.RULES);
        return DetectorApp.build(
                options, new DetectorApp.Core(NoDatabases.READER, engine, DetectionMetrics.NOOP), createTopics);
    }

    private static void create(String topic, int partitions) throws Exception {
        try (Admin admin = RealKafka.admin()) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private StreamsOptions options(String run) {
        return new StreamsOptions(
                run,
                Map.of("bootstrap.servers", RealKafka.bootstrap()),
                RealKafka.registry(),
                true,
                RealKafka.topics(run),
                "at_least_once",
                1,
                0,
                stateDir,
                "127.0.0.1:8080",
                Duration.ofMinutes(5));
    }
}
