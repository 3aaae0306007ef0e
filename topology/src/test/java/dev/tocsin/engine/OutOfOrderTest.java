package dev.tocsin.engine;

import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Login;
import dev.tocsin.alerting.Alert;
import dev.tocsin.detection.Severity;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that come after younger ones, inside the grace: alerts appear, change and go as if they had come in order. */
class OutOfOrderTest {
    private static final String SEQUENCE = "reset-then-payout-change";

    /** Within the grace of the payout change. */
    @ParameterizedTest
    @ValueSource(ints = {1, 40, 60})
    void reset_that_comes_after_the_payout_change_raises_the_alert_of_the_right_order(int minutes) {
        AccountChange reset = change("reset", ChangeType.PASSWORD_RESET, NOW)
                .device("stranger")
                .build();
        AccountChange payout = payout("payout", minutes);
        TestAccount inOrder = TestAccount.settledInOslo().sees(reset, payout);
        TestAccount outOfOrder = TestAccount.settledInOslo().sees(payout, reset);

        assertThat(outOfOrder.last().arrival()).isEqualTo(Arrival.OUT_OF_ORDER);
        assertThat(outOfOrder.alerts(SEQUENCE)).hasSize(1).isEqualTo(inOrder.alerts(SEQUENCE));
        assertThat(outOfOrder.state()).isEqualTo(inOrder.state());
    }

    @Test
    void factor_passed_before_the_login_withdraws_its_alert_as_it_was_raised() {
        Login lagos = login("lagos", minutes(30)).from(Place.LAGOS).build();
        Login factor =
                login("factor", minutes(10)).from(Place.LAGOS).mfaPassed().build();
        TestAccount account = TestAccount.settledInOslo().sees(lagos);
        Alert raised = account.alerts("new-country").get(0);

        account.sees(factor);

        assertThat(of("new-country", account.last().withdrawn())).containsExactly(raised);
        assertThat(of("new-country", account.last().raised()))
                .extracting(alert -> alert.signal().evidence().get(0).eventId())
                .containsExactly("factor");
        assertThat(account.last().withdrawn()).allMatch(alert -> alert.signal().cites("lagos"));
        assertThat(account.last().raised()).allMatch(alert -> alert.signal().cites("factor"));
        assertThat(account.table()).doesNotContainKey(raised.alertId());
    }

    @Test
    void attempt_that_fills_the_gap_moves_the_alert_to_the_attempt_that_now_goes_over() {
        TestAccount account = TestAccount.settledInOslo();
        for (int i = 0; i < 12; i++) {
            if (i != 5) {
                account.sees(attempt(i));
            }
        }
        Alert before = account.alerts("login-velocity-spike").get(0);

        account.sees(attempt(5));

        assertThat(before.signal().cites("b11")).isTrue();
        assertThat(of("login-velocity-spike", account.last().withdrawn())).containsExactly(before);
        assertThat(account.alerts("login-velocity-spike")).singleElement().matches(alert -> alert.signal()
                .cites("b10"));
        assertThat(of("login-velocity-spike", account.last().suppressed()))
                .singleElement()
                .matches(alert -> alert.alertId().equals(before.alertId()));
    }

    @Test
    void alert_whose_content_changes_is_raised_again_under_the_same_id() {
        AccountChange reset = change("reset", ChangeType.PASSWORD_RESET, NOW)
                .device("stranger")
                .build();
        TestAccount account = TestAccount.settledInOslo().sees(reset, payout("payout", 20));
        Alert before = account.alerts(SEQUENCE).get(0);

        // the owner used that destination before
        account.sees(change("earlier", ChangeType.PAYOUT_CHANGED, minutes(-5))
                .to("iban-9")
                .build());

        Alert after = account.alerts(SEQUENCE).get(0);
        assertThat(of(SEQUENCE, account.last().raised())).containsExactly(after);
        assertThat(of(SEQUENCE, account.last().withdrawn())).isEmpty();
        assertThat(after.alertId()).isEqualTo(before.alertId());
        assertThat(before.signal().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(after.signal().severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void event_that_changes_nothing_for_others_says_only_its_own() {
        TestAccount account = TestAccount.settledInOslo()
                .sees(login("lagos", minutes(30)).from(Place.LAGOS).build());

        account.sees(login("home", minutes(-20)).failed().build());

        assertThat(account.last().arrival()).isEqualTo(Arrival.OUT_OF_ORDER);
        assertThat(account.last().raised()).isEmpty();
        assertThat(account.last().withdrawn()).isEmpty();
    }

    @Test
    void ties_in_time_are_ordered_by_id_whatever_came_first() {
        Login one = login("a", NOW).from(Place.LAGOS).build();
        Login other = login("b", NOW).from(Place.BERLIN).build();
        TestAccount inOrder = TestAccount.settledInOslo().sees(one, other);
        TestAccount reversed = TestAccount.settledInOslo().sees(other, one);

        assertThat(reversed.table()).isEqualTo(inOrder.table());
        assertThat(reversed.state()).isEqualTo(inOrder.state());
        assertThat(inOrder.state().recent().eventsFrom(0)).isEqualTo(List.of(one, other));
    }

    /** What one detector said; others have their say about the same events. */
    private static List<Alert> of(String detector, List<Alert> alerts) {
        return alerts.stream()
                .filter(alert -> alert.signal().detector().equals(detector))
                .toList();
    }

    private static Login attempt(int index) {
        return login("b" + index, NOW.plusSeconds(index)).failed().build();
    }

    private static AccountChange payout(String id, int minutes) {
        return change(id, ChangeType.PAYOUT_CHANGED, minutes(minutes))
                .device("stranger")
                .to("iban-9")
                .build();
    }

    private static Instant minutes(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }
}
