package dev.tocsin.engine;

import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.GRACE;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Login;
import dev.tocsin.account.Trust;
import dev.tocsin.alerting.Alert;
import dev.tocsin.detection.Evidence;
import dev.tocsin.detection.Severity;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events that come later than the grace. */
class LateArrivalTest {
    private static final Login NEWEST = login("newest", NOW).build();

    @ParameterizedTest
    @CsvSource({"-1, OUT_OF_ORDER", "0, OUT_OF_ORDER", "1, LATE"})
    void event_is_late_when_it_is_more_than_the_grace_behind_the_newest(long overMillis, Arrival expected) {
        TestAccount account = TestAccount.settledInOslo().sees(NEWEST);

        account.sees(login("x", NOW.minus(GRACE).minusMillis(overMillis)).build());

        assertThat(account.last().arrival()).isEqualTo(expected);
    }

    @Test
    void late_login_is_judged_and_flagged_and_teaches_nothing() {
        TestAccount account = TestAccount.settledInOslo().sees(NEWEST);
        AccountMemory before = account.state().memory();

        account.sees(login("late", hours(-20))
                .from(Place.LAGOS)
                .device("stranger")
                .mfaPassed()
                .build());
        AccountMemory after = account.state().memory();

        assertThat(account.alerts("new-country")).singleElement().matches(Alert::late);
        assertThat(after.baseline()).isEqualTo(before.baseline());
        assertThat(after.window()).isEqualTo(before.window());
        assertThat(after.positions()).isEqualTo(before.positions());
        assertThat(after.travels().transitions()).isEqualTo(before.travels().transitions());
        assertThat(after.lastMfa()).isEqualTo(before.lastMfa());
        assertThat(after.learnedLogins()).isEqualTo(before.learnedLogins());
        assertThat(after.devices().trust(Hash64.of("stranger"), NEWEST.atMillis()))
                .isEqualTo(Trust.UNSEEN);
    }

    @Test
    void replayed_flood_does_not_raise_the_baseline() {
        TestAccount account = TestAccount.settledInOslo().sees(NEWEST);
        AccountMemory before = account.state().memory();
        for (int i = 0; i < 200; i++) {
            account.sees(login("flood" + i, hours(-20).plusSeconds(i)).failed().build());
        }

        assertThat(account.state().memory()).isEqualTo(before);
        assertThat(account.lastEvaluation("login-velocity-spike").reason()).isEqualTo("late");
    }

    @Test
    void late_reset_completes_the_payout_change_that_it_preceded() {
        AccountChange reset = change("reset", ChangeType.PASSWORD_RESET, hours(-3))
                .device("stranger")
                .build();
        AccountChange payout = payout(-2);
        TestAccount inOrder = TestAccount.settledInOslo().sees(reset, payout, NEWEST);
        TestAccount late = TestAccount.settledInOslo().sees(payout, NEWEST).sees(reset);

        Alert expected = only(inOrder, "reset-then-payout-change");
        Alert actual = only(late, "reset-then-payout-change");
        assertThat(late.last().arrival()).isEqualTo(Arrival.LATE);
        assertThat(actual.late()).isTrue();
        assertThat(expected.late()).isFalse();
        assertThat(actual.alertId()).isEqualTo(expected.alertId());
        assertThat(actual.occurredAt()).isEqualTo(payout.occurredAt());
        assertThat(actual.signal().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(actual.signal().facts()).isEqualTo(expected.signal().facts());
    }

    @Test
    void late_change_that_belongs_to_no_story_says_nothing_about_those_that_were_told() {
        AccountChange reset = change("reset", ChangeType.PASSWORD_RESET, hours(-4))
                .device("stranger")
                .build();
        TestAccount account = TestAccount.settledInOslo().sees(reset, payout(-2), NEWEST);

        account.sees(change("late", ChangeType.SESSIONS_REVOKED, hours(-3)).build());

        assertThat(account.last().arrival()).isEqualTo(Arrival.LATE);
        assertThat(account.last().raised()).isEmpty();
        assertThat(account.last().suppressed()).isEmpty();
    }

    @Test
    void late_payout_change_completes_the_reset_that_preceded_it() {
        AccountChange reset = change("reset", ChangeType.PASSWORD_RESET, hours(-3))
                .device("stranger")
                .build();
        TestAccount account = TestAccount.settledInOslo().sees(reset, NEWEST).sees(payout(-2));

        assertThat(only(account, "reset-then-payout-change").late()).isTrue();
    }

    @Test
    void late_reset_that_two_payout_changes_followed_is_one_story() {
        AccountChange reset = change("reset", ChangeType.PASSWORD_RESET, hours(-4))
                .device("stranger")
                .build();
        AccountChange second = change("second", ChangeType.PAYOUT_CHANGED, hours(-2))
                .device("stranger")
                .to("iban-8")
                .build();
        TestAccount account =
                TestAccount.settledInOslo().sees(payout(-3), second, NEWEST).sees(reset);

        assertThat(only(account, "reset-then-payout-change").signal().cites("payout"))
                .isTrue();
        assertThat(account.last().suppressed())
                .extracting(alert -> alert.signal().detector())
                .containsExactly("reset-then-payout-change");
    }

    @Test
    void late_reset_after_the_payout_change_completes_nothing() {
        AccountChange reset = change("reset", ChangeType.PASSWORD_RESET, hours(-2))
                .device("stranger")
                .build();
        TestAccount account =
                TestAccount.settledInOslo().sees(payout(-3), NEWEST).sees(reset);

        assertThat(account.alerts("reset-then-payout-change")).isEmpty();
    }

    @Test
    void destination_of_the_very_change_does_not_count_as_used_before() {
        AccountChange reset = change("reset", ChangeType.PASSWORD_RESET, hours(-3))
                .device("stranger")
                .build();
        TestAccount account =
                TestAccount.settledInOslo().sees(payout(-2), NEWEST).sees(reset);

        assertThat(only(account, "reset-then-payout-change").signal().facts())
                .containsEntry("destination", "not in use before");
    }

    /** Home at −30 h and at NOW; seven hours are too few for Lagos in one, and enough in the other. */
    @ParameterizedTest
    @CsvSource({"-29, before late", "-2, late newest", "-20, ''"})
    void late_login_is_compared_with_the_positions_before_and_after_it(int hour, String expected) {
        TestAccount account = TestAccount.settledInOslo()
                .sees(login("before", hours(-30)).from(Place.DRAMMEN).build())
                .sees(NEWEST);

        account.sees(login("late", hours(hour)).from(Place.LAGOS).build());

        List<String> cited = account.alerts("impossible-travel").stream()
                .flatMap(alert -> alert.signal().evidence().stream())
                .map(Evidence::eventId)
                .toList();
        assertThat(String.join(" ", cited)).isEqualTo(expected);
        assertThat(account.alerts("impossible-travel")).allMatch(Alert::late);
    }

    @Test
    void late_event_takes_nothing_back() {
        TestAccount account = TestAccount.settledInOslo()
                .sees(login("lagos", NOW).from(Place.LAGOS).build());

        account.sees(login("late", hours(-20)).from(Place.LAGOS).mfaPassed().build());

        assertThat(account.last().withdrawn()).isEmpty();
        assertThat(account.alerts("new-country")).hasSize(1);
    }

    @Test
    void late_event_delivered_again_changes_nothing_and_says_the_same() {
        AccountChange reset = change("reset", ChangeType.PASSWORD_RESET, hours(-3))
                .device("stranger")
                .build();
        TestAccount account =
                TestAccount.settledInOslo().sees(payout(-2), NEWEST).sees(reset);
        Outcome first = account.last();

        account.sees(reset);

        assertThat(account.last().arrival()).isEqualTo(Arrival.DUPLICATE);
        assertThat(account.last().state()).isSameAs(first.state());
        assertThat(account.last().raised()).isEqualTo(first.raised());
    }

    private static AccountChange payout(int hours) {
        return change("payout", ChangeType.PAYOUT_CHANGED, hours(hours))
                .device("stranger")
                .to("iban-9")
                .build();
    }

    private static Alert only(TestAccount account, String detector) {
        assertThat(account.alerts(detector)).hasSize(1);
        return account.alerts(detector).get(0);
    }

    private static Instant hours(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }
}
