package dev.tocsin.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A disk that spoils the local copy of the state costs one start, and nothing that was remembered. */
class DamagedStateIT {
    @Test
    void after_one_failed_start_a_damaged_state_is_restored_from_kafka() throws IOException {
        try (RunningDetector detector = RunningDetector.started("at_least_once")) {
            detector.awaitReady();
            Story story = new Story("seller-9");
            detector.send(story.login(story.now, "NO"));
            await().atMost(RunningDetector.PATIENCE).until(() -> isKnown(detector, "seller-9"));
            detector.stop();
            damage(detector.options().stateDir());

            detector.restart();
            assertThat(detector.app().ended())
                    .failsWithin(RunningDetector.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withMessageContaining("accounts");

            detector.restart();
            await().atMost(RunningDetector.PATIENCE).until(() -> isKnown(detector, "seller-9"));
        }
    }

    private static boolean isKnown(RunningDetector detector, String account) {
        return detector.app().accounts().find(account) instanceof AccountLookup.Answer.Found;
    }

    private static void damage(Path stateDir) throws IOException {
        try (Stream<Path> tree = Files.walk(stateDir)) {
            List<Path> manifests = tree.filter(
                            file -> file.getFileName().toString().startsWith("MANIFEST"))
                    .toList();
            assertThat(manifests).isNotEmpty();
            for (Path manifest : manifests) {
                Files.write(manifest, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
            }
        }
    }
}
