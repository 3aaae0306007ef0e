package dev.tocsin.thresholds;

import static dev.tocsin.thresholds.Documents.after;
import static dev.tocsin.thresholds.Documents.parse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Suppression;
import dev.tocsin.engine.RuleBook;
import dev.tocsin.testing.RandomHistory;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds however often the version changes, in the middle of attacks too. */
class VersionSwitchLawsTest {
    private static final int EVENTS = 150;
    private static final long SPAN_MILLIS = Duration.ofMinutes(23).toMillis();
    private static final Duration LONGEST_COOLDOWN = Duration.ofDays(7);

    /** Each in force for one span after another, so that an hour of grace sees several. */
    private static final List<RuleBook> VERSIONS = Stream.of(
                    "version: live",
                    "{ version: dark, mode: shadow }",
                    "{ version: trial, detectors: { new-country: { mode: shadow }, failed-burst: { mode: shadow } } }",
                    "{ version: louder, detectors: { new-country: { severity: { LOW: HIGH, MEDIUM: HIGH } } } }",
                    "{ version: milder, learning: { logins: 0 }, detectors: { failed-burst: { severity: { HIGH: MEDIUM } } } }",
                    "{ version: vouched, allowlists: { networks: [ { cidr: 105.0.0.0/8, reason: r } ] } }")
            .map(text -> parse(text).ruleBook())
            .toList();

    private static final RuleBook SWITCHING =
            event -> VERSIONS.get((int) Math.floorMod(event.atMillis() / SPAN_MILLIS, (long) VERSIONS.size()))
                    .rulesFor(event);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void any_arrival_order_inside_the_grace_ends_in_the_same_alerts_and_state(long seed) {
        List<AccountEvent> events = RandomHistory.of(seed, EVENTS);
        TestAccount inOrder = after(SWITCHING, events);
        TestAccount shuffled = after(SWITCHING, RandomHistory.shuffled(events, seed + 1, TestAccount.GRACE));

        assertThat(shuffled.table()).isEqualTo(inOrder.table());
        assertThat(shuffled.state()).isEqualTo(inOrder.state());
        assertThat(inOrder.table().values().stream()
                        .map(Alert::thresholdsVersion)
                        .distinct())
                .hasSizeGreaterThan(1)
                .doesNotContain("dark");
    }

    /** Whatever was in shadow in between. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void live_alert_waits_for_the_cooldown_of_none_but_one_that_was_raised(long seed) {
        TestAccount account = after(SWITCHING, RandomHistory.of(seed, EVENTS));
        List<Alert> waiting = account.suppressed().stream()
                .filter(alert -> Objects.requireNonNull(alert.suppressedBy()).by() == Suppression.By.COOLDOWN)
                .filter(VersionSwitchLawsTest::isLive)
                .toList();

        assertThat(waiting).isNotEmpty().allSatisfy(alert -> assertThat(
                        isToldBy(account.table().values(), alert))
                .as(alert.toString())
                .isTrue());
    }

    private static boolean isLive(Alert alert) {
        return switch (alert.thresholdsVersion()) {
            case "dark" -> false;
            case "trial" ->
                !List.of("new-country", "failed-burst").contains(alert.signal().detector());
            default -> true;
        };
    }

    private static boolean isToldBy(Collection<Alert> raised, Alert waiting) {
        return raised.stream()
                .anyMatch(alert -> alert.signal().key() == waiting.signal().key()
                        && alert.signal().severity().isAtLeast(waiting.signal().severity())
                        && !alert.occurredAt().isAfter(waiting.occurredAt())
                        && alert.occurredAt().plus(LONGEST_COOLDOWN).isAfter(waiting.occurredAt()));
    }
}
