package dev.tocsin.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.event.Alert;
import dev.tocsin.publishing.PublicationListener;
import dev.tocsin.publishing.ThresholdsFollower;
import dev.tocsin.thresholds.PublishedVersion;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionedRuleBook;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two running instances and one publication: each event is judged by the version in force at its own time. */
class ThresholdsSwitchIT {
    private static final String SHIPPED = Thresholds.defaults().version();

    /** So many that both instances own some. */
    private static final List<String> ACCOUNTS =
            IntStream.range(0, 12).mapToObj(i -> "seller-" + i).toList();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void both_instances_switch_at_the_same_event_time_and_a_late_event_is_judged_as_of_its_own() {
        String run = RealKafka.freshName();
        Operator operator = new Operator(folder, run);
        VersionedRuleBook rules1 = new VersionedRuleBook(Thresholds.defaults());
        VersionedRuleBook rules2 = new VersionedRuleBook(Thresholds.defaults());
        try (RunningDetector one = RunningDetector.instanceOf(run, rules1);
                RunningDetector two = RunningDetector.instanceOf(run, rules2);
                ThresholdsFollower follower1 = operator.following(rules1, PublicationListener.NOOP);
                ThresholdsFollower follower2 = operator.following(rules2, PublicationListener.NOOP)) {
            follower1.start();
            follower2.start();
            one.awaitReady();
            two.awaitReady();

            assertThat(operator.publish("version: quiet\ndetectors: { new-country: { enabled: false } }\n"))
                    .extracting(Operator.Ran::exitCode)
                    .isEqualTo(0);
            await().atMost(RunningDetector.PATIENCE)
                    .until(() -> knows(follower1, "quiet") && knows(follower2, "quiet"));
            Instant since =
                    follower1.following().log().find("quiet").orElseThrow().since();
            assertThat(follower2.following().log().find("quiet"))
                    .map(PublishedVersion::since)
                    .contains(since);

            for (String account : ACCOUNTS) {
                Story story = new Story(account);
                story.habits().forEach(one::send);
                one.send(story.login(since, "NG"));
            }
            await().atMost(RunningDetector.PATIENCE)
                    .untilAsserted(() -> assertThat(versions(one, "new-device")).hasSameSizeAs(ACCOUNTS));
            assertThat(Set.copyOf(versions(one, "new-device"))).containsExactly("quiet");
            assertThat(versions(one, "new-country")).isEmpty();

            for (String account : ACCOUNTS) {
                one.send(new Story(account).login(since.minusMillis(1), "NG"));
            }
            await().atMost(RunningDetector.PATIENCE).untilAsserted(() -> assertThat(versions(one, "new-country"))
                    .hasSameSizeAs(ACCOUNTS));
            assertThat(Set.copyOf(versions(one, "new-country"))).containsExactly(SHIPPED);
        }
    }

    private static boolean knows(ThresholdsFollower follower, String version) {
        return follower.following().log().find(version).isPresent();
    }

    private static List<String> versions(RunningDetector detector, String id) {
        return detector.alertTable().values().stream()
                .filter(alert -> alert.getDetector().equals(id))
                .map(Alert::getThresholdsVersion)
                .collect(Collectors.toList());
    }
}
