package dev.tocsin.replay;

import static dev.tocsin.testing.LoginBuilder.login;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.alerting.Rules;
import dev.tocsin.thresholds.Publication;
import dev.tocsin.thresholds.Publication.Note;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionLog;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** By what a recording of the topics is judged unless somebody says otherwise. */
class SideTest {
    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    private VersionLog log = VersionLog.EMPTY;

    @Test
    void each_event_is_judged_by_the_version_that_was_in_force_at_its_time() {
        publish(0, "a", "");
        publish(60, "b", "");

        Side side = Side.published(Thresholds.defaults(), log);

        assertThat(rulesAt(side, -1).version()).isEqualTo(Thresholds.defaults().version());
        assertThat(rulesAt(side, 30).version()).isEqualTo("a");
        assertThat(rulesAt(side, 90).version()).isEqualTo("b");
        assertThat(side.name()).isEqualTo("as published, up to b");
    }

    @Test
    void detector_that_any_version_asks_is_told_of() {
        publish(0, "a", "detectors: { new-device: { enabled: false } }");

        assertThat(Side.published(Thresholds.defaults(), log).detectors())
                .isEqualTo(Side.of(Thresholds.defaults()).detectors())
                .contains("new-device");
        assertThat(Side.of(log.versions().get(0).thresholds()).detectors()).doesNotContain("new-device");
    }

    @Test
    void base_is_in_force_while_nothing_is_published() {
        assertThat(Side.published(Thresholds.defaults(), log).name())
                .isEqualTo(Thresholds.defaults().version());
    }

    private void publish(int second, String version, String settings) {
        ByteBuffer text = ByteBuffer.wrap(("version: " + version + '\n' + settings + '\n').getBytes(UTF_8));
        log = log.after(
                new Publication(log.versions().size(), START.plusSeconds(second), true, version, text, Note.NONE));
    }

    private static Rules rulesAt(Side side, int second) {
        return side.ruleBook().rulesFor(login("e", START.plusSeconds(second)).build());
    }
}
