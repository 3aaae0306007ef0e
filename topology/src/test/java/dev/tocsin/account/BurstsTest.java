package dev.tocsin.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.Burst.Origin;
import dev.tocsin.account.Login.AuthMethod;
import dev.tocsin.account.Login.FailureReason;
import dev.tocsin.account.Login.Outcome;
import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.TestAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Which events count. */
class BurstsTest {
    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void failure_counts_for_whatever_reason(FailureReason reason) {
        Bursts bursts = Bursts.EMPTY.after(login().failed().reason(reason).build());

        assertThat(bursts.failures().hits()).hasSize(1);
        assertThat(bursts.denials()).isEqualTo(Burst.EMPTY);
        assertThat(bursts.resetRequests()).isEqualTo(Burst.EMPTY);
    }

    @Test
    void failure_is_kept_with_its_origin_and_its_id() {
        Login login = login().from(Place.LAGOS).failed().build();
        Burst failures = Bursts.EMPTY.after(login).failures();

        assertThat(failures.hits())
                .containsExactly(new Burst.Hit(TestAccount.NOW.toEpochMilli(), Origin.of(login.source())));
        assertThat(failures.lastEvent()).isEqualTo(EventId.of("e"));
    }

    @Test
    void session_that_does_not_resume_is_no_failure() {
        Login resumed = login().failed().method(AuthMethod.SESSION_RESUME).build();

        assertThat(Bursts.EMPTY.after(resumed)).isSameAs(Bursts.EMPTY);
    }

    @Test
    void refused_second_factor_is_a_denial_without_origin_and_no_failure() {
        Bursts bursts = Bursts.EMPTY.after(login().outcome(Outcome.MFA_DENIED).build());

        assertThat(bursts.denials().hits())
                .containsExactly(new Burst.Hit(TestAccount.NOW.toEpochMilli(), Origin.NOT_KEPT));
        assertThat(bursts.denials().lastEvent()).isEqualTo(EventId.of("e"));
        assertThat(bursts.failures()).isEqualTo(Burst.EMPTY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"FAILED", "MFA_DENIED"},
            mode = Mode.EXCLUDE)
    void other_outcomes_do_not_count(Outcome outcome) {
        assertThat(Bursts.EMPTY.after(login().outcome(outcome).build())).isSameAs(Bursts.EMPTY);
    }

    @ParameterizedTest
    @EnumSource(Initiator.class)
    void reset_asked_for_counts_unless_staff_asked(Initiator who) {
        Bursts bursts = Bursts.EMPTY.after(
                change(ChangeType.PASSWORD_RESET_REQUESTED).by(who).build());

        assertThat(bursts.resetRequests().hits()).hasSize(who.isStaff() ? 0 : 1);
    }

    @ParameterizedTest
    @EnumSource(value = ChangeType.class, names = "PASSWORD_RESET_REQUESTED", mode = Mode.EXCLUDE)
    void other_changes_do_not_count(ChangeType type) {
        assertThat(Bursts.EMPTY.after(change(type).build())).isSameAs(Bursts.EMPTY);
    }

    @Test
    void each_kind_is_forgotten_by_its_own_last_event() {
        Bursts bursts = Bursts.EMPTY
                .after(login().failed().build())
                .after(LoginBuilder.login("d", TestAccount.NOW.plusMillis(1))
                        .outcome(Outcome.MFA_DENIED)
                        .build());
        Bursts later = bursts.at(TestAccount.NOW.toEpochMilli() + 1 + Burst.KEPT_MILLIS);

        assertThat(later.failures()).isEqualTo(Burst.EMPTY);
        assertThat(later.denials()).isEqualTo(bursts.denials());
    }

    private static LoginBuilder login() {
        return LoginBuilder.login("e", TestAccount.NOW);
    }

    private static ChangeBuilder change(ChangeType type) {
        return ChangeBuilder.change("e", type, TestAccount.NOW);
    }
}
