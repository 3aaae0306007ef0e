package dev.tocsin.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.Login;
import dev.tocsin.detection.Detector;
import dev.tocsin.event.Alert;
import dev.tocsin.liveness.Attack;
import dev.tocsin.thresholds.Thresholds;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every attack through a real broker and a real registry: under the shipped thresholds every detector is heard. */
class LivenessIT {
    @Test
    void every_enabled_detector_is_heard_on_the_alerts_topic() {
        Thresholds shipped = Thresholds.defaults();
        List<String> enabled =
                shipped.rules().detectors().stream().map(Detector::id).toList();
        try (RunningDetector detector = RunningDetector.startedWith(shipped.ruleBook())) {
            for (Attack attack : Attack.values()) {
                AvroEvents platform = new AvroEvents(attack.name());
                attack.on(1).events().forEach(event -> send(detector, platform, event));
            }

            await().atMost(RunningDetector.PATIENCE).untilAsserted(() -> assertThat(detector.alertRecords().stream()
                            .map(Alert::getDetector)
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrderElementsOf(enabled));
            assertThat(detector.alertRecords())
                    .allMatch(alert -> alert.getThresholdsVersion().equals(shipped.version()));
        }
    }

    private static void send(RunningDetector detector, AvroEvents platform, AccountEvent event) {
        if (event instanceof Login login) {
            detector.send(platform.of(login));
        } else {
            detector.send(platform.of((AccountChange) event));
        }
    }
}
