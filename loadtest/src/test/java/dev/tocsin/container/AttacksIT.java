package dev.tocsin.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.event.Alert;
import dev.tocsin.loadtest.traffic.Story;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the image is for. */
@NeedsDocker
class AttacksIT {
    @ParameterizedTest
    @CsvSource({"at_least_once, zstd", "exactly_once_v2, snappy"})
    void scripted_attacks_come_out_as_alerts_and_look_alikes_as_nothing_worse(String guarantee, String compression)
            throws Exception {
        Deployment deployment = Deployment.create("attacks-" + compression, 3);
        Traffic traffic = new Traffic(deployment, 11);
        try (Instance instance = new Instance(deployment).withEnv("TOCSIN_GUARANTEE", guarantee)) {
            traffic.sendHistory(compression);
            instance.startReady();
            List<Story> stories = traffic.stories();
            traffic.send(stories, compression);

            traffic.awaitAlerts(stories.stream()
                    .filter(told -> told.expectation().isTakeover())
                    .toList());
            List<Alert> alerts = traffic.alerts();
            assertThat(stories)
                    .filteredOn(told -> !told.expectation().isTakeover())
                    .allSatisfy(told -> assertThat(alerts)
                            .filteredOn(alert -> alert.getAccountId().equals(told.accountId())
                                    && !alert.getOccurredAt()
                                            .isBefore(told.events().get(0).at()))
                            .extracting(Alert::getDetector)
                            .allMatch(detector ->
                                    detector.equals(told.expectation().detector())
                                            || told.expectation().besides().contains(detector)));
        }
    }
}
