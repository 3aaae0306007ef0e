package dev.tocsin.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.Alert;
import dev.tocsin.event.ChangeType;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.RecommendedAction;
import dev.tocsin.event.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real bytes through a real broker and a real registry. */
class DetectionIT {
    /** What the takeover raises, one alert each. */
    private static final String[] RAISED = {
        "impossible-travel",
        "new-asn",
        "new-context",
        "new-country",
        "new-device",
        "new-location-then-sensitive",
        "reset-then-payout-change"
    };

    @ParameterizedTest
    @ValueSource(strings = {"at_least_once", "exactly_once_v2"})
    void takeovers_come_out_as_alerts_in_any_arrival_order(String guarantee) {
        try (RunningDetector detector = RunningDetector.started(guarantee)) {
            Story story = new Story("seller-1");
            takeOver(detector, story);
            await().atMost(RunningDetector.PATIENCE)
                    .untilAsserted(() -> assertThat(detectors(detector)).containsOnlyKeys(RAISED));

            Alert alert = Objects.requireNonNull(detectors(detector).get("reset-then-payout-change"));
            assertThat(alert.getSeverity()).isEqualTo(Severity.CRITICAL);
            assertThat(alert.getRecommendedAction()).isEqualTo(RecommendedAction.HOLD_PAYOUT);
            assertThat(alert.getHoldUntil()).isEqualTo(alert.getOccurredAt().plus(Duration.ofDays(3)));
            assertThat(alert.getEvidence()).hasSize(2);
            assertThat(alert.getTechniques()).contains("T1657");
        }
    }

    private static void takeOver(RunningDetector detector, Story story) {
        story.habits().forEach(detector::send);
        detector.send(story.login(story.now.minusSeconds(1_200), "NO"));
        detector.send(story.login(story.now.minusSeconds(600), "NG"));
        AccountChangeEvent reset = story.change(ChangeType.PASSWORD_RESET, story.now.minusSeconds(500));
        AccountChangeEvent payout = story.change(ChangeType.PAYOUT_CHANGED, story.now.minusSeconds(200));
        detector.send(payout); // the effect overtakes its cause
        detector.send(reset);
        detector.send(payout); // and is sent twice
    }

    private static Map<String, Alert> detectors(RunningDetector detector) {
        return detector.alertTable().values().stream()
                .collect(Collectors.toMap(Alert::getDetector, alert -> alert, (one, other) -> other));
    }

    @Test
    void a_clean_restart_keeps_the_memory_and_repeats_nothing() {
        try (RunningDetector detector = RunningDetector.started("at_least_once")) {
            Story story = new Story("seller-2");
            takeOver(detector, story);
            await().atMost(RunningDetector.PATIENCE)
                    .until(() -> detectors(detector).keySet().equals(Set.of(RAISED)));
            int records = detector.alertRecords().size();

            detector.restart();
            detector.send(story.change(ChangeType.PAYOUT_CHANGED, story.now.plusSeconds(60)));
            LoginEvent marker = new Story("seller-3").habits().get(0);
            detector.send(marker);

            await().atMost(RunningDetector.PATIENCE)
                    .until(() -> !RunningDetector.records(detector.topics().suppressed())
                            .isEmpty());
            assertThat(detector.alertRecords()).hasSize(records);
        }
    }

    @Test
    void redelivery_of_everything_leaves_the_alert_table_as_it_is() throws Exception {
        try (RunningDetector detector = RunningDetector.started("at_least_once")) {
            takeOver(detector, new Story("seller-4"));
            await().atMost(RunningDetector.PATIENCE)
                    .until(() -> detectors(detector).keySet().equals(Set.of(RAISED)));
            Map<String, Alert> table = withoutProcessingTime(detector.alertTable());
            int records = detector.alertRecords().size();

            detector.stop();
            rewind(detector);
            detector.restart();
            await().atMost(RunningDetector.PATIENCE)
                    .until(() -> detector.alertRecords().size() > records);
            detector.awaitReady();

            assertThat(withoutProcessingTime(detector.alertTable())).isEqualTo(table);
        }
    }

    /** As after a crash before any commit: the state is there, the offsets are not. */
    private static void rewind(RunningDetector detector) throws Exception {
        try (Admin admin = RealKafka.admin()) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(detector.group())
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetAndMetadata> start = committed.keySet().stream()
                    .collect(Collectors.toMap(partition -> partition, partition -> new OffsetAndMetadata(0)));
            admin.alterConsumerGroupOffsets(detector.group(), start).all().get();
        }
    }

    private static Map<String, Alert> withoutProcessingTime(Map<String, Alert> table) {
        return table.values().stream().collect(Collectors.toMap(Alert::getAlertId, alert -> Alert.newBuilder(alert)
                .setRaisedAt(Instant.EPOCH)
                .build()));
    }

    @Test
    void bytes_that_are_no_event_become_dead_letters_and_the_rest_goes_on() {
        try (RunningDetector detector = RunningDetector.started("at_least_once")) {
            String logins = detector.topics().logins();
            Story story = new Story("seller-5");
            detector.send(logins, "seller-5", new byte[] {'{', '}'});
            detector.send(logins, "seller-5", Arrays.copyOf(detector.bytes(story.login(story.now, "NO")), 12));
            detector.send(logins, "seller-5", new byte[] {0, 0x7f, 0, 0, 0, 1, 2, 3});
            detector.send(logins, "seller-5", null);
            detector.send(logins, "seller-6", detector.bytes(story.login(story.now, "NO")));
            detector.send(story.login(story.now.plus(Duration.ofMinutes(10)), "NO"));
            detector.send(story.login(Instant.ofEpochMilli(1_790_000_000), "NO"));
            detector.send(new Story(" ").login(story.now, "NO"));
            takeOver(detector, story);

            await().atMost(RunningDetector.PATIENCE)
                    .untilAsserted(() -> assertThat(detectors(detector)).containsOnlyKeys(RAISED));
            await().atMost(RunningDetector.PATIENCE).untilAsserted(() -> assertThat(reasons(detector))
                    .containsExactlyInAnyOrder(
                            "wrong-magic-byte",
                            "truncated",
                            "unknown-schema-id",
                            "no-value",
                            "key-mismatch",
                            "from-the-future",
                            "implausible-time",
                            "blank-account-id"));
        }
    }

    private static List<String> reasons(RunningDetector detector) {
        return RunningDetector.records(detector.topics().deadLetters()).stream()
                .map(record -> new String(
                        record.headers().lastHeader(DeadLetter.REASON).value(), StandardCharsets.UTF_8))
                .toList();
    }
}
