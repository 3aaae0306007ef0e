package dev.tocsin.account;

import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.Login.AuthMethod;
import dev.tocsin.testing.Memories;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What logins and changes leave behind; places and marks have tests of their own. */
class AccountMemoryTest {
    @Test
    void first_event_starts_the_learning_whatever_it_is() {
        AccountMemory memory = Memories.of(login("a", NOW).failed().build());

        assertThat(memory.learningSinceMillis()).isEqualTo(NOW.toEpochMilli());
        assertThat(memory.learnedLogins()).isZero();
    }

    @Test
    void success_teaches_country_city_network_and_device() {
        Login home = login("a", NOW).build();
        AccountMemory memory = Memories.of(home);
        long at = home.atMillis();

        assertThat(memory.countries().isKnown(home.source().countryKey(), at)).isTrue();
        assertThat(memory.cities().isKnown(home.source().cityKey(), at)).isTrue();
        assertThat(memory.networks().isKnown(home.source().asn(), at)).isTrue();
        assertThat(memory.devices().isKnown(home.source().device(), at)).isTrue();
        assertThat(memory.lastSuccessMillis()).isEqualTo(at);
    }

    @Test
    void failure_teaches_no_habit() {
        AccountMemory memory =
                Memories.of(login("a", NOW).failed().mfa(Mfa.PASSED).build());

        assertThat(memory.countries()).isEqualTo(KnownSet.EMPTY);
        assertThat(memory.devices()).isEqualTo(KnownSet.EMPTY);
        assertThat(memory.positions()).isEmpty();
        assertThat(memory.lastMfa()).isNull();
        assertThat(memory.lastSuccessMillis()).isZero();
    }

    @Test
    void change_teaches_no_habit() {
        AccountMemory memory = Memories.of(
                change("a", ChangeType.PAYOUT_CHANGED, NOW).mfaPassed().build());

        assertThat(memory.devices()).isEqualTo(KnownSet.EMPTY);
        assertThat(memory.networks()).isEqualTo(KnownSet.EMPTY);
        assertThat(memory.lastMfa()).isNull();
    }

    @Test
    void event_from_nowhere_leaves_no_places() {
        AccountMemory memory = Memories.of(login("a", NOW).sourceless().build());

        assertThat(memory.countries()).isEqualTo(KnownSet.EMPTY);
        assertThat(memory.cities()).isEqualTo(KnownSet.EMPTY);
        assertThat(memory.networks()).isEqualTo(KnownSet.EMPTY);
        assertThat(memory.devices()).isEqualTo(KnownSet.EMPTY);
        assertThat(memory.learnedLogins()).isEqualTo(1);
    }

    @Test
    void failures_count_as_attempts_and_resumed_sessions_do_not() {
        AccountMemory memory = Memories.of(
                login("a", NOW).failed().build(),
                login("b", NOW).build(),
                login("c", NOW).method(AuthMethod.SESSION_RESUME).build());

        assertThat(memory.window().attempts(NOW.toEpochMilli(), 300_000)).isEqualTo(2);
        assertThat(memory.baseline().count()).isEqualTo(2);
        assertThat(memory.learnedLogins()).isEqualTo(2);
    }

    @Test
    void latest_mfa_login_is_remembered_with_its_device() {
        AccountMemory memory = Memories.of(
                login("a", NOW).device("phone").mfaPassed().build(),
                login("b", later(60)).build());

        assertThat(memory.lastMfa()).isEqualTo(new MfaPass(NOW.toEpochMilli(), Hash64.of("phone")));
    }

    @Test
    void learned_logins_stop_at_their_bound() {
        List<Login> logins = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            logins.add(login("e" + i, later(i)).build());
        }

        assertThat(Memories.of(logins).learnedLogins()).isEqualTo(AccountMemory.MAX_LEARNED);
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "0, 2", "1, 1"})
    void success_after_half_a_year_of_silence_starts_learning_anew(long overMillis, int learned) {
        Instant back = NOW.plus(AccountMemory.RELEARN_AFTER).plusMillis(overMillis);
        AccountMemory memory =
                Memories.of(login("a", NOW).build(), login("b", back).build());

        assertThat(memory.learnedLogins()).isEqualTo(learned);
        assertThat(memory.learningSinceMillis()).isEqualTo((learned == 1 ? back : NOW).toEpochMilli());
    }

    @Test
    void failures_in_the_silence_do_not_break_it() {
        AccountMemory memory = Memories.of(
                login("a", NOW).build(),
                login("b", NOW.plus(Duration.ofDays(100))).failed().build(),
                login("c", NOW.plus(Duration.ofDays(181))).build());

        assertThat(memory.learnedLogins()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false"})
    void change_is_kept_for_seven_days(long overMillis, boolean expected) {
        AccountChange reset = change("a", ChangeType.PASSWORD_RESET, NOW).build();
        Instant then = NOW.plus(AccountMemory.KEPT).plusMillis(overMillis);
        AccountMemory memory = Memories.of(reset, login("b", then).build());

        assertThat(memory.changes().contains(reset)).isEqualTo(expected);
    }

    @Test
    void changes_beyond_the_bound_push_out_the_oldest() {
        List<AccountChange> changes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            changes.add(change("e" + i, ChangeType.EMAIL_CHANGED, later(i))
                    .sourceless()
                    .build());
        }

        assertThat(Memories.of(changes).changes()).isEqualTo(changes.subList(4, 20));
    }

    @Test
    void changes_that_are_long_are_fewer() {
        List<AccountChange> changes = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String id = "e".repeat(60) + (char) ('a' + i);
            changes.add(change(id, ChangeType.EMAIL_CHANGED, later(i)).build());
        }
        List<AccountChange> kept = Memories.of(changes).changes();

        assertThat(kept).hasSizeBetween(5, 15).isEqualTo(changes.subList(16 - kept.size(), 16));
        assertThat(kept.stream().mapToInt(AccountMemoryTest::bytes).sum())
                .isLessThanOrEqualTo(AccountMemory.MAX_CHANGE_BYTES);
    }

    @Test
    void change_is_remembered_without_its_session() {
        AccountMemory memory = Memories.of(
                change("a", ChangeType.PASSWORD_RESET, NOW).session("s1").build());

        assertThat(memory.changes())
                .containsExactly(change("a", ChangeType.PASSWORD_RESET, NOW).build());
    }

    @Test
    void payout_change_teaches_the_old_and_the_new_destination() {
        AccountMemory memory = Memories.of(change("a", ChangeType.PAYOUT_CHANGED, NOW)
                .instead("one")
                .to("two")
                .build());

        assertThat(memory.destinations()).containsExactly(Hash64.of("one"), Hash64.of("two"));
    }

    @Test
    void other_changes_and_missing_values_teach_no_destination() {
        AccountMemory memory = Memories.of(
                change("a", ChangeType.EMAIL_CHANGED, NOW).to("mail").build(),
                change("b", ChangeType.PAYOUT_REQUESTED, NOW).to("one").build(),
                change("c", ChangeType.PAYOUT_CHANGED, NOW).build());

        assertThat(memory.destinations()).isEmpty();
    }

    @Test
    void destination_used_again_becomes_the_most_recent_and_the_ninth_pushes_out_the_oldest() {
        List<AccountChange> changes = new ArrayList<>();
        for (String iban : List.of("1", "2", "3", "4", "5", "6", "7", "8", "1", "9")) {
            changes.add(change("e" + changes.size(), ChangeType.PAYOUT_CHANGED, later(changes.size()))
                    .to(iban)
                    .build());
        }

        assertThat(Memories.of(changes).destinations())
                .hasSize(AccountMemory.MAX_DESTINATIONS)
                .contains(Hash64.of("1"), Hash64.of("9"))
                .doesNotContain(Hash64.of("2"));
    }

    private static int bytes(AccountChange change) {
        return change.footprint() + change.source().footprint();
    }

    private static Instant later(int seconds) {
        return NOW.plusSeconds(seconds);
    }
}
