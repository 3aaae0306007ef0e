package dev.tocsin.loadtest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.event.Alert;
import dev.tocsin.event.Severity;
import dev.tocsin.loadtest.traffic.Story;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final Optional<Duration> LATENCY = Optional.of(Duration.ofMillis(23));

    private static Lines lines(boolean hasColours) {
        return new Lines(new Screen(new PrintWriter(new StringWriter()), hasColours), ZoneOffset.UTC);
    }

    private static Alert alert() {
        return Samples.alert("buyer-000005", "new-country", Severity.CRITICAL, "e-1");
    }

    @Test
    void alert_isOneLineAndBelowItWhy() {
        String[] shown = lines(false).alert(alert(), Samples.NOW, LATENCY, true).split(System.lineSeparator(), -1);
        assertThat(shown)
                .containsExactly(
                        "14:03:21  CRITICAL  buyer-000005  Login from a new country (23 ms after the event)",
                        "          Known so far: NO. This login: NG (never seen), new device, network HOSTING. Threshold: a"
                                + " country becomes",
                        "          known after 3 logins on 2 days, or one with MFA.");
    }

    @Test
    void alertAboutNoStory_saysSo() {
        assertThat(lines(false).alert(alert(), Samples.NOW, LATENCY, false)).contains("event), in ordinary traffic");
    }

    @Test
    void alertWhoseEventWasNotSentHere_hasNoLatency() {
        assertThat(lines(false).alert(alert(), Samples.NOW, Optional.empty(), true))
                .contains("Login from a new country" + System.lineSeparator());
    }

    @Test
    void withdrawal_isNotMistakenForAnAlert() {
        Alert withdrawn = Samples.withdrawn(alert());
        assertThat(lines(false).alert(withdrawn, Samples.NOW, LATENCY, true)).contains("Taken back: Login from");
    }

    @Test
    void colours_areThereOnlyWhenWanted() {
        assertThat(lines(false).alert(alert(), Samples.NOW, LATENCY, true)).doesNotContain("\033");
        assertThat(lines(true).alert(alert(), Samples.NOW, LATENCY, true)).startsWith("\033[1;31m14:03:21");
    }

    @Test
    void noLine_isWiderThanTheTerminal() {
        Lines lines = lines(false);
        for (Story story : Samples.round()) {
            assertThat(lines.story(story, Samples.NOW).lines()).allMatch(line -> line.length() <= 118);
        }
    }

    @Test
    void story_saysWhetherItIsATakeover() {
        Lines lines = lines(false);
        for (Story story : Samples.round()) {
            String kind = story.expectation().isTakeover() ? "takeover" : "harmless";
            assertThat(lines.story(story, Samples.NOW))
                    .startsWith("14:03:21  " + kind + "  " + story.accountId() + "  " + story.name());
        }
    }

    @Test
    void status_countsTheWorstFirst() {
        assertThat(lines(false).status(Samples.NOW, 48_210, 3, Map.of(Severity.LOW, 20, Severity.CRITICAL, 1)))
                .isEqualTo("14:03:21  status    48,210 events sent, 3 waiting; alerts: 1 CRITICAL, 20 LOW");
        assertThat(Lines.counts(Map.of())).isEqualTo("none");
    }
}
