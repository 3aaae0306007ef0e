package dev.tocsin.loadtest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.event.Alert;
import dev.tocsin.event.Severity;
import dev.tocsin.loadtest.traffic.Story;
import dev.tocsin.loadtest.traffic.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreboardTest {
    private static final List<Story> ROUND = Samples.round();
    private static final Story TAKEOVER = ROUND.get(0);

    private final Scoreboard scoreboard = new Scoreboard();

    @Test
    void everyHeadlineDetector_isMissingBeforeAnythingCame() {
        ROUND.forEach(scoreboard::tell);
        assertThat(scoreboard.missing()).containsExactlyElementsOf(World.headlineDetectors());
    }

    @Test
    void nothingIsMissing_onceEachTakeoverWasAnswered() {
        ROUND.forEach(scoreboard::tell);
        ROUND.stream()
                .filter(story -> story.expectation().isTakeover())
                .forEach(story -> scoreboard.hear(Samples.answering(story), Samples.NOW));
        assertThat(scoreboard.missing()).isEmpty();
    }

    @Test
    void lookAlikes_doNotStandInForTakeovers() {
        ROUND.forEach(scoreboard::tell);
        ROUND.stream()
                .filter(story -> !story.expectation().isTakeover())
                .forEach(story -> scoreboard.hear(Samples.answering(story), Samples.NOW));
        assertThat(scoreboard.missing()).hasSameSizeAs(World.headlineDetectors());
    }

    @Test
    void alertAboutOrdinaryAccount_doesNotCountAsAnswer() {
        scoreboard.tell(TAKEOVER);
        String detector = String.valueOf(TAKEOVER.expectation().detector());
        scoreboard.hear(Samples.alert("buyer-999999", detector, Severity.CRITICAL, "e-1"), Samples.NOW);
        assertThat(scoreboard.missing()).contains(detector);
        assertThat(scoreboard.isScripted("buyer-999999")).isFalse();
        assertThat(scoreboard.isScripted(TAKEOVER.accountId())).isTrue();
    }

    @Test
    void awaitedAlert_isTheOneThatTheStoryIsToldFor() {
        ROUND.forEach(scoreboard::tell);
        assertThat(ROUND).allSatisfy(story -> assertThat(scoreboard.isAwaited(Samples.answering(story)))
                .isTrue());
        String account = TAKEOVER.accountId();
        assertThat(scoreboard.isAwaited(Samples.alert(account, "unusual-hour", Severity.INFO, "e-1")))
                .isFalse();
        assertThat(scoreboard.isAwaited(Samples.alert("buyer-999999", "new-city", Severity.LOW, "e-1")))
                .isFalse();
    }

    @Test
    void lookAlikesRow_countsAllThatCameByItsSeverity() {
        Story phone = ROUND.stream()
                .filter(story -> story.name().equals("new phone"))
                .findFirst()
                .orElseThrow();
        scoreboard.tell(phone);
        scoreboard.hear(Samples.alert(phone.accountId(), "new-device", Severity.LOW, "e-1"), Samples.NOW);
        scoreboard.hear(Samples.alert(phone.accountId(), "new-asn", Severity.INFO, "e-1"), Samples.NOW);
        assertThat(ClosingTable.of(scoreboard.told()))
                .anyMatch(row -> row.contains("new phone") && row.endsWith("1 LOW, 1 INFO (of 1)"));
    }

    @Test
    void withdrawal_countsForNothing() {
        scoreboard.tell(TAKEOVER);
        scoreboard.hear(Samples.withdrawn(Samples.answering(TAKEOVER)), Samples.NOW);
        assertThat(scoreboard.counts()).isEmpty();
        assertThat(scoreboard.missing())
                .contains(String.valueOf(TAKEOVER.expectation().detector()));
    }

    @Test
    void latency_isCountedFromTheCompletingEvent() {
        scoreboard.send("e-0", Samples.NOW);
        scoreboard.send("e-1", Samples.NOW.plusMillis(100));
        Alert alert = Samples.alert("a", "new-city", Severity.LOW, "e-1");
        assertThat(scoreboard.hear(alert, Samples.NOW.plusMillis(130))).contains(Duration.ofMillis(30));
        assertThat(scoreboard.hear(Samples.alert("a", "new-city", Severity.LOW, "e-2"), Samples.NOW))
                .isEmpty();
        assertThat(scoreboard.counts()).isEqualTo(Map.of(Severity.LOW, 2));
    }

    @Test
    void closingTable_hasARowForEachKindWithWhatCame() {
        ROUND.forEach(story -> {
            scoreboard.tell(story);
            scoreboard.send(story.events().get(story.events().size() - 1).eventId(), Samples.NOW);
        });
        scoreboard.hear(Samples.answering(TAKEOVER), Samples.NOW.plusMillis(42));
        List<String> table = ClosingTable.of(scoreboard.told());
        assertThat(table).hasSize(World.storiesInRound() + 3);
        assertThat(table).filteredOn(row -> row.contains("1 of 1, after 42 ms")).hasSize(1);
        assertThat(table)
                .filteredOn(row -> row.contains("0 of 1"))
                .hasSize(World.headlineDetectors().size() - 1);
        assertThat(table)
                .filteredOn(row -> row.contains("nothing (of 1)"))
                .hasSize(World.storiesInRound() - World.headlineDetectors().size());
    }
}
