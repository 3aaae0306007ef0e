package dev.tocsin.thresholds;

import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static dev.tocsin.thresholds.Documents.settledUnder;
import static dev.tocsin.thresholds.Documents.silencers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.ChangeType;
import dev.tocsin.alerting.Alert;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.TestAccount;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an entry of the allowlists excuses, and what it does not. */
class AllowlistTest {
    /** The company's exit is in New York. */
    private static final String EXIT =
            "allowlists: { networks: [ { cidr: 98.116.0.0/16, reason: exit of the head office } ] }";

    private static final String PAIR = "allowlists: { country-pairs: [ { countries: NG-NO, reason: crews } ] }";

    @ParameterizedTest
    @CsvSource({
        "198.51.100.0/24, 198.51.100.9, true",
        "198.51.100.0/25, 198.51.100.200, false",
        "198.51.100.9/32, 198.51.100.9, true",
        "2001:db8:4711::/48, 2001:db8:4711:1::9, true",
        "2001:db8:4711::/48, 2001:db8:4712:1::9, false",
        "2001:db8:4711:1::/64, 2001:db8:4711:1:aaaa::9, true"
    })
    void vector_10_network_is_matched_as_a_range_and_not_as_text(String cidr, String address, boolean silenced) {
        TestAccount account = settledUnder("allowlists: { networks: [ { cidr: '" + cidr + "', reason: office } ] }")
                .sees(login("1", NOW).from(Place.LAGOS).ip(address).build());

        assertThat(account.alerts("new-country").isEmpty()).isEqualTo(silenced);
        assertThat(silencers(account, "new-country").isEmpty()).isNotEqualTo(silenced);
    }

    @Test
    void silenced_alert_says_which_entry_silenced_it_and_why() {
        TestAccount account = settledUnder(EXIT).sees(exit("1", NOW).build());

        assertThat(account.alerts()).isEmpty();
        assertThat(silencers(account, "new-country"))
                .containsExactly("allowlist: network 98.116.0.0/16, exit of the head office");
    }

    @Test
    void way_to_the_exit_and_back_is_no_travel() {
        TestAccount account = settledUnder(EXIT)
                .sees(
                        login("1", NOW).build(),
                        exit("2", NOW.plusSeconds(600)).build(),
                        login("3", NOW.plusSeconds(1_200)).build());

        assertThat(account.alerts("impossible-travel")).isEmpty();
    }

    @Test
    void exit_in_between_does_not_hide_where_the_owner_was() {
        TestAccount account = settledUnder(EXIT)
                .sees(
                        login("1", NOW).build(),
                        exit("2", NOW.plusSeconds(600)).build(),
                        login("3", NOW.plusSeconds(1_200)).from(Place.LAGOS).build());

        assertThat(account.alerts("impossible-travel")).singleElement().satisfies(alert -> assertThat(
                        alert.signal().facts())
                .containsEntry("previous_place", "Oslo, NO")
                .containsEntry("current_place", "Lagos, NG"));
    }

    /** A blind spot that the README tells of. */
    @Test
    void exit_in_the_owners_own_city_hides_from_travel_that_the_owner_was_there_and_from_nothing_else() {
        TestAccount account = settledUnder(
                        "allowlists: { networks: [ { cidr: 198.51.100.0/24, reason: office in Oslo } ] }")
                .sees(
                        login("1", NOW).build(),
                        login("2", NOW.plusSeconds(600)).ip("198.51.100.9").build(),
                        login("3", NOW.plusSeconds(1_200)).from(Place.LAGOS).build());

        assertThat(account.alerts())
                .extracting(alert -> alert.signal().detector())
                .containsExactly("new-asn", "new-country");
    }

    @Test
    void network_does_not_excuse_what_is_done_from_there() {
        TestAccount account = settledUnder(EXIT)
                .sees(
                        change("1", ChangeType.PASSWORD_RESET, NOW)
                                .from(Place.NEW_YORK)
                                .device("other")
                                .build(),
                        change("2", ChangeType.PAYOUT_CHANGED, NOW.plusSeconds(600))
                                .from(Place.NEW_YORK)
                                .device("other")
                                .build());

        assertThat(account.alerts("reset-then-payout-change")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NG-NO", "NO-NG"})
    void pair_of_countries_excuses_the_way_between_them(String pair) {
        TestAccount account = settledUnder(PAIR.replace("NG-NO", pair))
                .sees(
                        login("1", NOW).build(),
                        login("2", NOW.plusSeconds(600)).from(Place.LAGOS).build(),
                        login("3", NOW.plusSeconds(1_200)).build());

        assertThat(account.alerts())
                .extracting(alert -> alert.signal().detector())
                .doesNotContain("impossible-travel", "new-country");
        assertThat(silencers(account, "new-country")).containsExactly("allowlist: countries " + pair + ", crews");
        assertThat(silencers(account, "impossible-travel")).contains("allowlist: countries " + pair + ", crews");
    }

    @Test
    void pair_of_countries_excuses_no_third_one() {
        TestAccount account = settledUnder(PAIR)
                .sees(
                        login("1", NOW).build(),
                        login("2", NOW.plusSeconds(600)).from(Place.NEW_YORK).build(),
                        login("3", NOW.plusSeconds(1_200)).from(Place.LAGOS).build());

        assertThat(account.alerts("impossible-travel"))
                .extracting(alert -> alert.signal().facts().get("current_place"))
                .containsExactly("New York, US", "Lagos, NG");
        assertThat(account.alerts("new-country"))
                .extracting(alert -> alert.signal().facts().get("country"))
                .containsExactly("US");
    }

    @Test
    void listed_account_raises_nothing_at_all() {
        TestAccount account = settledUnder(
                        "allowlists: { accounts: [ { account: " + TestAccount.ID + ", reason: our own monitor } ] }")
                .sees(
                        login("1", NOW).from(Place.LAGOS).device("other").build(),
                        change("2", ChangeType.PASSWORD_RESET, NOW.plusSeconds(60))
                                .build(),
                        change("3", ChangeType.PAYOUT_CHANGED, NOW.plusSeconds(600))
                                .build());

        assertThat(account.alerts()).isEmpty();
        assertThat(account.suppressed())
                .extracting(Alert::suppressedBy)
                .isNotEmpty()
                .allSatisfy(
                        silenced -> assertThat(silenced).hasToString("allowlist: account account-1, our own monitor"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 1",
        "2026-03-02, 0",
        "2026-03-02T12:00:00Z, 1",
        "2026-03-02T13:00:00+01:00, 1",
        "2026-03-02T12:00:00.001Z, 0"
    })
    void entry_holds_until_it_expires_by_the_event_s_own_time(String expires, int alerts) {
        TestAccount account = settledUnder(EXIT.replace("reason:", "expires: '" + expires + "', reason:"))
                .sees(exit("1", NOW).build());

        assertThat(account.alerts("new-country")).hasSize(alerts);
    }

    private static LoginBuilder exit(String id, Instant at) {
        return login(id, at).from(Place.NEW_YORK);
    }
}
