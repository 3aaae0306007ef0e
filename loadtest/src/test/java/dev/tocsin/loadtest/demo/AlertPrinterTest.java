package dev.tocsin.loadtest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.event.Alert;
import dev.tocsin.event.Severity;
import dev.tocsin.loadtest.traffic.Story;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertPrinterTest {
    private static final Alert ALERT = Samples.alert("buyer-000005", "new-country", Severity.HIGH, "e-1");
    private static final String URL = "http://127.0.0.1:8080";

    private final StringWriter out = new StringWriter();
    private final Screen screen = new Screen(new PrintWriter(out, true), false);
    private final Scoreboard scoreboard = new Scoreboard();
    private final AlertPrinter printer = new AlertPrinter(screen, new Lines(screen, ZoneOffset.UTC), scoreboard);

    @Test
    void alertsWhileTheDetectorIsTaught_areCountedButNotShown() {
        printer.accept(ALERT);
        assertThat(out.toString()).isEmpty();
        assertThat(scoreboard.counts()).isEqualTo(Map.of(Severity.HIGH, 1));
    }

    @Test
    void alertAboutThePast_isNotShownAfterTheOpening() {
        printer.open(Samples.NOW.plusMillis(1), URL);
        printer.accept(ALERT);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void alertOfTheOpeningsOwnMillisecond_isShown() {
        printer.open(Samples.NOW.plusNanos(999_999), URL);
        printer.accept(ALERT);
        assertThat(out.toString()).contains("HIGH      buyer-000005  Login from a new country");
    }

    @Test
    void firstAlert_tellsHowLongItTookAndWhereToLook() {
        printer.open(Samples.NOW, URL);
        printer.accept(ALERT);
        printer.accept(ALERT);
        assertThat(out.toString()).containsOnlyOnce("first alert after ").contains(URL + "/accounts/buyer-000005");
    }

    @Test
    void lowAlertInOrdinaryTraffic_isOnlyCounted() {
        printer.open(Samples.NOW, URL);
        printer.accept(Samples.alert("buyer-000006", "new-country", Severity.LOW, "e-1"));
        assertThat(out.toString()).isEmpty();
        assertThat(scoreboard.counts()).isEqualTo(Map.of(Severity.LOW, 1));
        printer.accept(Samples.alert("buyer-000006", "new-country", Severity.MEDIUM, "e-1"));
        assertThat(out.toString()).contains("MEDIUM", "in ordinary traffic");
    }

    @Test
    void alertOfAStory_isExplainedOnlyWhenItIsTheAwaitedOne() {
        Story story = Samples.round().get(0);
        scoreboard.tell(story);
        printer.open(Samples.NOW, URL);
        printer.accept(Samples.answering(story));
        int before = out.toString().length();
        printer.accept(Samples.alert(story.accountId(), "unusual-hour", Severity.CRITICAL, "e-1"));
        assertThat(out.toString().substring(0, before)).contains("Known so far: NO.");
        assertThat(out.toString().substring(before)).contains("CRITICAL").doesNotContain("Known so far");
    }
}
