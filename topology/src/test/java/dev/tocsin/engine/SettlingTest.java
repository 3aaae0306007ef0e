package dev.tocsin.engine;

import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.GRACE;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tocsin.account.Login;
import dev.tocsin.alerting.Alert;
import dev.tocsin.testing.Memories;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of events that can no longer be overtaken, and of those that come twice. */
class SettlingTest {
    private static final Login FIRST = login("first", NOW).build();

    @ParameterizedTest
    @CsvSource({"-1, 2", "0, 2", "1, 1"})
    void event_settles_when_it_is_more_than_the_grace_behind_the_newest(long overMillis, int recent) {
        Login second = login("second", NOW.plus(GRACE).plusMillis(overMillis)).build();
        TestAccount account = TestAccount.fresh().sees(FIRST, second);

        assertThat(account.state().recent().size()).isEqualTo(recent);
        assertThat(account.state().memory()).isEqualTo(Memories.of(FIRST, second));
        assertThat(account.state().settled())
                .isEqualTo(recent == 1 ? Memories.of(FIRST) : AccountState.EMPTY.settled());
    }

    @Test
    void newest_event_never_settles() {
        TestAccount account = TestAccount.fresh().sees(FIRST);

        account.sees(login("later", NOW.plus(Duration.ofDays(900))).build());

        assertThat(account.state().recent().size()).isEqualTo(1);
        assertThat(account.state().settledThroughMillis()).isEqualTo(FIRST.atMillis());
    }

    @Test
    void without_grace_only_what_is_newest_can_be_joined() {
        DetectionEngine engine = new DetectionEngine(Duration.ZERO, event -> TestAccount.RULES);
        AccountState one = engine.apply(AccountState.EMPTY, FIRST).state();

        assertThat(engine.apply(one, login("same", NOW).build()).arrival()).isEqualTo(Arrival.IN_ORDER);
        assertThat(engine.apply(one, login("before", NOW.minusMillis(1)).build())
                        .arrival())
                .isEqualTo(Arrival.LATE);
    }

    @Test
    void negative_grace_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DetectionEngine(Duration.ofMillis(-1), event -> TestAccount.RULES));
    }

    @Test
    void repeated_id_with_other_content_changes_nothing_while_it_is_recent() {
        TestAccount account = TestAccount.settledInOslo().sees(FIRST);
        AccountState state = account.state();

        account.sees(login("first", NOW.plusSeconds(5)).from(Place.LAGOS).build());

        assertThat(account.last().arrival()).isEqualTo(Arrival.DUPLICATE);
        assertThat(account.state()).isSameAs(state);
        assertThat(account.alerts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"23, DUPLICATE", "24, DUPLICATE", "25, LATE"})
    void repeated_id_is_recognised_for_a_day_after_it_settled(int hours, Arrival expected) {
        TestAccount account = TestAccount.settledInOslo().sees(FIRST);
        account.sees(login("later", NOW.plus(Duration.ofHours(hours))).build());
        AccountState state = account.state();

        account.sees(login("first", NOW).from(Place.LAGOS).build());

        assertThat(account.last().arrival()).isEqualTo(expected);
        assertThat(account.state().equals(state)).isEqualTo(expected == Arrival.DUPLICATE);
    }

    @Test
    void alert_of_a_recent_event_is_said_again() {
        Login lagos = lagos("lagos", 0);
        TestAccount account = TestAccount.settledInOslo().sees(lagos);
        List<Alert> raised = account.last().raised();

        account.sees(lagos);

        assertThat(raised).isNotEmpty();
        assertThat(account.last().raised()).isEqualTo(raised);
    }

    @Test
    void alert_of_an_event_that_settled_since_is_said_again() {
        Login lagos = lagos("lagos", 0);
        TestAccount account = TestAccount.settledInOslo().sees(lagos);
        List<Alert> raised = account.last().raised();
        account.sees(login("later", NOW.plus(Duration.ofDays(20))).build());
        AccountState state = account.state();

        Outcome repeated = account.repeats(lagos);

        assertThat(raised).isNotEmpty();
        assertThat(repeated.raised()).isEqualTo(raised);
        assertThat(repeated.state()).isSameAs(state);
    }

    @Test
    void alert_of_a_recent_event_that_rests_on_a_settled_one_is_said_again_with_either() {
        Login home = login("home", NOW).build();
        Login lagos =
                login("lagos", NOW.plus(Duration.ofHours(2))).from(Place.LAGOS).build();
        TestAccount account = TestAccount.settledInOslo().sees(home, lagos);

        assertThat(account.state().recent().size()).isEqualTo(1);
        assertThat(account.repeats(home).raised()).isEqualTo(account.alerts("impossible-travel"));
        assertThat(account.repeats(lagos).raised()).isEqualTo(account.alerts());
    }

    @Test
    void event_that_raised_nothing_says_nothing_again() {
        TestAccount account = TestAccount.settledInOslo().sees(FIRST, lagos("lagos", 8));

        assertThat(account.repeats(FIRST).raised()).isEmpty();
    }

    @Test
    void last_few_alerts_of_settled_events_are_kept() {
        TestAccount account = TestAccount.settledInOslo();
        for (int day = 0; day < 6; day++) {
            account.sees(lagos("lagos" + day, 24 * day));
        }
        List<Alert> raised = account.alerts();

        account.sees(login("later", NOW.plus(Duration.ofDays(20))).build());

        List<Alert> kept = account.state().lastAlerts();
        assertThat(raised).hasSizeGreaterThan(AccountState.MAX_LAST_ALERTS);
        assertThat(kept).hasSizeBetween(2, AccountState.MAX_LAST_ALERTS);
        assertThat(raised).endsWith(kept.toArray(Alert[]::new));
    }

    /** From a device never seen, so that every one is HIGH and none is promoted. */
    private static Login lagos(String id, int hours) {
        Instant at = NOW.plus(Duration.ofHours(hours));
        return login(id, at).from(Place.LAGOS).device("stranger").build();
    }
}
