package dev.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.alerting.Alert;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every sequence says of its own drill, to operators, to owners and to machines. */
class SequenceWordsTest {
    /** Words of the trade that say nothing to an account's owner. */
    private static final List<String> JARGON = List.of(
            "session",
            "factor",
            "credential",
            "hash",
            "token",
            "network",
            "destination",
            "severity",
            "sequence",
            "null");

    private static final Set<String> ALWAYS =
            Set.of("then", "then_at", "then_by", "then_place", "threshold", "then_device", "mfa", "incident", "ip");

    static Stream<String> sequences() {
        return Drilled.sequences();
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void title_and_summary_are_whole_and_tell_the_threshold(String id) {
        Alert alert = Told.last(drilled(id), id);
        Wording wording = Told.of(alert.signal());
        AccountEvent then = lastOf(id);

        assertThat(wording.title()).matches("[A-Z][a-z].*[a-z]").doesNotContain("staff");
        assertThat(wording.summary())
                .matches("[A-Z].*\\.")
                .contains("Threshold: " + alert.signal().facts().get("threshold") + ". ")
                .contains(Happening.of(then), "MFA none from a known device", "Nowhere, NZ")
                .doesNotContain("null")
                .doesNotContain("  ")
                .doesNotContain("..");
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void owner_is_told_what_happened_and_what_to_do_in_plain_words(String id) {
        String message = Told.of(drilled(id), id).ownerMessage();

        assertThat(message)
                .contains(". If ")
                .contains("contact us now")
                .endsWith(".")
                .doesNotContainPattern("\\d")
                .doesNotContainPattern("\\b[A-Z]{2,}\\b")
                .doesNotContain("Oslo", "Nowhere", "Norway");
        assertThat(JARGON).noneMatch(message.toLowerCase(Locale.ROOT)::contains);
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void facts_are_documented_keys_in_the_documented_order(String id) {
        List<String> keys =
                List.copyOf(Told.last(drilled(id), id).signal().facts().keySet());

        assertThat(Told.detector(id).profile().factKeys()).isEqualTo(Sequence.FACTS);
        assertThat(Sequence.FACTS).containsAll(keys);
        assertThat(keys)
                .containsAll(ALWAYS)
                .isSortedAccordingTo(Comparator.comparing(Sequence.FACTS::indexOf))
                .doesNotContain("capped", "staff");
    }

    @ParameterizedTest
    @CsvSource({
        "contact-change-then-payout, first_by, true",
        "contact-change-then-payout, destination, true",
        "contact-change-then-payout, open_alert, true",
        "email-change-then-reset,    destination, false",
        "new-device-then-payout,     first_by, false",
        "new-location-then-sensitive, open_alert, false",
        "brute-then-change,          open_alert, false",
    })
    void facts_that_do_not_apply_are_left_out(String id, String key, boolean expected) {
        assertThat(Told.last(drilled(id), id).signal().facts().containsKey(key)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void incident_is_the_id_of_the_first_event(String id) {
        Signal signal = Told.last(drilled(id), id).signal();

        assertThat(signal.facts())
                .containsEntry("incident", signal.evidence().get(0).eventId());
        assertThat(signal.discriminator()).isEqualTo(signal.evidence().get(0).eventId());
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void second_change_that_completes_it_cools_down_under_the_same_incident(String id) {
        TestAccount account = drilled(id);
        Alert first = Told.last(account, id);

        account.sees(again(id));

        assertThat(account.alerts(id)).containsExactly(first);
        assertThat(account.last().suppressed())
                .filteredOn(alert -> alert.signal().detector().equals(id))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.suppressedBy()).hasToString("cooldown");
                    assertThat(alert.signal().facts().get("incident"))
                            .isEqualTo(first.signal().facts().get("incident"));
                });
    }

    @Test
    void two_changes_are_told_in_their_order() {
        assertThat(Told.of(drilled("contact-change-then-payout"), "contact-change-then-payout")
                        .summary())
                .isEqualTo("E-mail address changed by OWNER at 2026-09-17T12:05:00Z from an unseen device, Nowhere, NZ;"
                        + " payout destination changed by OWNER 0 s later from an unseen device, Nowhere, NZ."
                        + " Threshold: 72 h. Destination not in use before, MFA none from a known device,"
                        + " open alert: no.");
    }

    @Test
    void story_that_an_alert_tells_begins_with_a_login() {
        assertThat(Told.of(drilled("new-location-then-sensitive"), "new-location-then-sensitive")
                        .summary())
                .isEqualTo("Login at 2026-09-17T12:05:00Z from a device on probation, Nowhere, NZ;"
                        + " e-mail address changed by OWNER 0 s later from a device on probation, Nowhere, NZ."
                        + " Threshold: 24 h. MFA none from a known device.");
    }

    private static AccountEvent lastOf(String id) {
        List<AccountEvent> drill = Drilled.story(id);
        return drill.get(drill.size() - 1);
    }

    /** The change that ended the drill, made once more a minute later. */
    private static AccountEvent again(String id) {
        AccountChange last = (AccountChange) lastOf(id);
        return new AccountChange(
                "again",
                last.accountId(),
                last.segment(),
                last.occurredAt().plus(Duration.ofMinutes(1)),
                last.change(),
                last.initiator(),
                last.mfa(),
                last.oldValue(),
                last.newValue(),
                last.source());
    }

    private static TestAccount drilled(String id) {
        return Drilled.by(Drilled.story(id));
    }
}
