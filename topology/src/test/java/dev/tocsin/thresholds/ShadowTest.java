package dev.tocsin.thresholds;

import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static dev.tocsin.thresholds.Documents.after;
import static dev.tocsin.thresholds.Documents.parse;
import static dev.tocsin.thresholds.Documents.settledUnder;
import static dev.tocsin.thresholds.Documents.silencers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Login;
import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Evaluation;
import dev.tocsin.alerting.Evaluation.Result;
import dev.tocsin.detection.DetectorCatalog;
import dev.tocsin.engine.RuleBook;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.RandomHistory;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A detector in shadow shows what it would raise and changes nothing else. */
class ShadowTest {
    private static final String NEW_COUNTRY_IN_SHADOW = "detectors: { new-country: { mode: shadow } }";

    private static final Login STRANGER =
            login("stranger", NOW).from(Place.LAGOS).device("other").build();

    @Test
    void what_a_detector_in_shadow_finds_is_kept_apart_and_counted_by_itself() {
        TestAccount account = settledUnder(NEW_COUNTRY_IN_SHADOW).sees(STRANGER);

        assertThat(account.alerts("new-country")).isEmpty();
        assertThat(silencers(account, "new-country")).containsExactly("shadow");
        assertThat(account.last().evaluations().all()).contains(new Evaluation("new-country", Result.SHADOW, "shadow"));
        assertThat(account.alerts("new-device")).hasSize(1);
    }

    @Test
    void cooldown_holds_in_shadow_too_so_that_shadow_counts_what_would_be_raised() {
        TestAccount account = settledUnder(NEW_COUNTRY_IN_SHADOW).sees(STRANGER, again(Duration.ofHours(2)));

        assertThat(silencers(account, "new-country")).containsExactly("shadow", "cooldown");
    }

    @Test
    void detector_that_goes_live_needs_no_learning_and_waits_for_no_alert_that_nobody_saw() {
        TestAccount account = TestAccount.settledUnder(switching(NEW_COUNTRY_IN_SHADOW, "version: live"))
                .sees(STRANGER, again(Duration.ofHours(2)));

        assertThat(silencers(account, "new-country")).containsExactly("shadow");
        assertThat(account.alerts("new-country")).hasSize(1);
    }

    @Test
    void alert_that_was_raised_silences_its_like_in_shadow() {
        TestAccount account = TestAccount.settledUnder(switching("version: live", NEW_COUNTRY_IN_SHADOW))
                .sees(STRANGER, again(Duration.ofHours(2)));

        assertThat(account.alerts("new-country")).hasSize(1);
        assertThat(silencers(account, "new-country")).containsExactly("cooldown");
    }

    static Stream<String> detectors() {
        return DetectorCatalog.items().stream().map(DetectorCatalog.Item::id);
    }

    /** Those that follow it cannot be left without any leader, so they are switched off in both. */
    @ParameterizedTest
    @MethodSource("detectors")
    void detector_in_shadow_changes_nothing_of_what_the_others_raise(String detector) {
        String rest = "brute-then-change: { enabled: false }, new-location-then-sensitive: { enabled: false }, ";
        String others = detector.matches("brute-then-change|new-location-then-sensitive") ? "" : rest;
        RuleBook shadow = parse("detectors: { " + others + detector + ": { mode: shadow } }")
                .ruleBook();
        RuleBook off = parse("detectors: { " + others + detector + ": { enabled: false } }")
                .ruleBook();
        for (int seed = 0; seed < 8; seed++) {
            List<AccountEvent> history = RandomHistory.of(seed, 120);

            assertThat(raised(after(shadow, history))).isEqualTo(raised(after(off, history)));
        }
    }

    /** In order, for nothing that was kept apart is ever taken back. */
    @Test
    void where_all_are_in_shadow_they_find_what_all_would_raise() {
        RuleBook rehearsal = parse("mode: shadow").ruleBook();
        RuleBook live = parse("version: live").ruleBook();
        int found = 0;
        for (int seed = 0; seed < 30; seed++) {
            List<AccountEvent> history = RandomHistory.of(seed, 150).stream()
                    .sorted(AccountEvent.TIMELINE_ORDER)
                    .toList();
            TestAccount shadow = after(rehearsal, history);

            assertThat(shadow.alerts()).isEmpty();
            assertThat(shadow.suppressed().stream()
                            .filter(Documents::isInShadow)
                            .map(Alert::alertId))
                    .isEqualTo(after(live, history).alerts().stream()
                            .map(Alert::alertId)
                            .toList());
            found += shadow.suppressed().size();
        }
        assertThat(found).isPositive();
    }

    @Test
    void follower_is_rehearsed_with_its_leaders() {
        TestAccount account = settledUnder("mode: shadow")
                .sees(
                        STRANGER,
                        change("c", ChangeType.EMAIL_CHANGED, NOW.plusSeconds(600))
                                .from(Place.LAGOS)
                                .device("other")
                                .build());

        assertThat(silencers(account, "new-location-then-sensitive")).containsExactly("shadow");
    }

    /** The first document until NOW and an hour, then the second. */
    private static RuleBook switching(String first, String then) {
        Thresholds before = parse(first);
        Thresholds after = parse(then);
        long switched = NOW.plusSeconds(3_600).toEpochMilli();
        return event ->
                (event.atMillis() < switched ? before : after).ruleBook().rulesFor(event);
    }

    private static Login again(Duration later) {
        return login("again", NOW.plus(later)).from(Place.LAGOS).device("other").build();
    }

    private static Set<String> raised(TestAccount account) {
        return account.table().values().stream().map(ShadowTest::told).collect(Collectors.toSet());
    }

    private static String told(Alert alert) {
        return alert.alertId() + ' ' + alert.signal();
    }
}
