package dev.tocsin.account;

import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Memories;
import dev.tocsin.testing.Place;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an account does on its first day is trusted at once, unless its network hides where it comes from. */
class FoundingTest {
    private static final Login FIRST = login("first", NOW).build();

    @ParameterizedTest
    @CsvSource({"0, KNOWN", "86399999, KNOWN", "86400000, PROBATION"})
    void second_of_each_kind_is_trusted_within_the_first_day(long laterMillis, Trust expected) {
        AccountMemory memory = Memories.of(
                FIRST, bergen("b", NOW.plusMillis(laterMillis)).device("phone").build());

        assertTrust(memory, bergen("x", NOW).device("phone").build(), expected);
    }

    @Test
    void first_day_begins_with_the_first_event_even_a_failure() {
        AccountMemory memory = Memories.of(
                login("failed", NOW.minus(Duration.ofDays(1))).failed().build(),
                FIRST,
                bergen("b", NOW.plusSeconds(60)).device("phone").build());

        assertTrust(memory, FIRST, Trust.KNOWN);
        assertTrust(memory, bergen("x", NOW).device("phone").build(), Trust.PROBATION);
    }

    @ParameterizedTest
    @EnumSource(names = {"HOSTING", "VPN", "RELAY", "TOR", "SATELLITE"})
    void network_that_hides_its_user_founds_no_place(Network network) {
        Login hidden = login("first", NOW).network(network).build();
        AccountMemory memory = Memories.of(hidden);

        assertThat(memory.networks().trust(hidden.source().asn(), hidden.atMillis()))
                .isEqualTo(Trust.PROBATION);
        assertThat(memory.countries().trust(hidden.source().countryKey(), hidden.atMillis()))
                .isEqualTo(Trust.PROBATION);
        assertThat(memory.cities().trust(hidden.source().cityKey(), hidden.atMillis()))
                .isEqualTo(Trust.PROBATION);
        assertThat(memory.habits().networkKinds().trust(network.key(), hidden.atMillis()))
                .isEqualTo(Trust.PROBATION);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESIDENTIAL", "BUSINESS", "MOBILE", "UNKNOWN"})
    void other_networks_do(Network network) {
        Login open = login("first", NOW).network(network).build();

        assertTrust(Memories.of(open), open, Trust.KNOWN);
    }

    @Test
    void device_is_the_owners_whatever_network_it_uses() {
        Login first = login("first", NOW).network(Network.VPN).build();
        Login second = bergen("second", NOW.plusSeconds(60))
                .network(Network.TOR)
                .device("phone")
                .build();
        AccountMemory memory = Memories.of(first, second);

        assertThat(memory.devices().trust(first.source().device(), NOW.toEpochMilli()))
                .isEqualTo(Trust.KNOWN);
        assertThat(memory.devices().trust(second.source().device(), NOW.toEpochMilli()))
                .isEqualTo(Trust.KNOWN);
    }

    @Test
    void place_that_was_seen_through_a_vpn_first_is_founded_when_the_user_shows_up_there() {
        AccountMemory memory = Memories.of(
                login("first", NOW).network(Network.VPN).build(),
                login("second", NOW.plusSeconds(60)).build());

        assertTrust(memory, FIRST, Trust.KNOWN);
    }

    @Test
    void mfa_makes_even_a_hidden_place_known() {
        Login hidden = login("first", NOW).network(Network.VPN).mfaPassed().build();

        assertTrust(Memories.of(hidden), hidden, Trust.KNOWN);
    }

    @Test
    void first_of_a_kind_is_trusted_later_as_well() {
        AccountMemory memory = Memories.of(
                login("first", NOW).sourceless().build(),
                bergen("b", NOW.plus(Duration.ofDays(5))).build());

        assertTrust(memory, bergen("x", NOW.plus(Duration.ofDays(5))).build(), Trust.KNOWN);
    }

    @Test
    void account_that_learns_anew_has_no_second_first_day() {
        Instant back = NOW.plus(AccountMemory.RELEARN_AFTER).plusSeconds(1);
        Login stranger = bergen("back", back).device("stranger").build();
        AccountMemory memory = Memories.of(FIRST, stranger);

        assertTrust(memory, stranger, Trust.PROBATION);
        assertThat(memory.relearning()).isTrue();
        assertThat(memory.isYoungerThan(Duration.ofDays(2), stranger.atMillis()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"172799999, true", "172800000, false"})
    void account_is_young_until_it_is_as_old_as_asked(long laterMillis, boolean expected) {
        AccountMemory memory = Memories.of(FIRST);

        assertThat(memory.isYoungerThan(Duration.ofDays(2), FIRST.atMillis() + laterMillis))
                .isEqualTo(expected);
    }

    @Test
    void account_that_nobody_has_seen_is_young() {
        assertThat(AccountMemory.EMPTY.isYoungerThan(Duration.ofDays(2), NOW.toEpochMilli()))
                .isTrue();
    }

    private static LoginBuilder bergen(String id, Instant at) {
        return login(id, at).from(Place.BERGEN).country("SE");
    }

    private static void assertTrust(AccountMemory memory, Login login, Trust expected) {
        Source source = login.source();
        long at = login.atMillis();
        assertThat(memory.countries().trust(source.countryKey(), at)).isEqualTo(expected);
        assertThat(memory.cities().trust(source.cityKey(), at)).isEqualTo(expected);
        assertThat(memory.networks().trust(source.asn(), at)).isEqualTo(expected);
        assertThat(memory.devices().trust(source.device(), at)).isEqualTo(expected);
    }
}
