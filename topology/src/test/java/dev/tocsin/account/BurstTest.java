package dev.tocsin.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.Burst.Hit;
import dev.tocsin.account.Burst.Origin;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.TestAccount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurstTest {
    private static final long START = TestAccount.NOW.toEpochMilli();
    private static final long MINUTE = 60_000;

    @Test
    void empty_burst_has_no_hits_no_run_and_no_event() {
        assertThat(Burst.EMPTY.within(START, MINUTE)).isEmpty();
        assertThat(Burst.EMPTY.latestRun(1, MINUTE)).isEmpty();
        assertThat(Burst.EMPTY.lastEvent()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 1", "59999, 1", "60000, 0"})
    void hit_is_in_the_window_from_its_moment_until_the_window_has_passed(long later, int expected) {
        assertThat(burst(0).within(START + later, MINUTE)).hasSize(expected);
    }

    @Test
    void window_shows_its_hits_oldest_first() {
        assertThat(burst(0, 1, 2, MINUTE).within(START + MINUTE, MINUTE))
                .extracting(Hit::atMillis)
                .containsExactly(START + 1, START + 2, START + MINUTE);
    }

    @Test
    void run_is_the_latest_that_fits_the_window() {
        Burst burst = burst(0, 1, 2, 3 * MINUTE, 4 * MINUTE - 1, 9 * MINUTE);

        assertThat(times(burst.latestRun(2, MINUTE))).containsExactly(3 * MINUTE, 4 * MINUTE - 1);
        assertThat(times(burst.latestRun(3, MINUTE))).containsExactly(0L, 1L, 2L);
        assertThat(burst.latestRun(4, MINUTE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"59999, 2", "60000, 0"})
    void run_takes_less_than_the_window(long apart, int expected) {
        assertThat(burst(0, apart).latestRun(2, MINUTE)).hasSize(expected);
    }

    @Test
    void run_of_as_many_as_there_are_is_all_of_them() {
        assertThat(times(burst(0, 1, 2).latestRun(3, MINUTE))).containsExactly(0L, 1L, 2L);
        assertThat(burst(0, 1, 2).latestRun(4, MINUTE)).isEmpty();
    }

    @Test
    void flood_is_remembered_by_its_latest_twenty() {
        Burst burst = Burst.EMPTY;
        for (int i = 0; i < 1_000; i++) {
            burst = hit(burst, i);
        }

        assertThat(burst.hits()).hasSize(Burst.MAX);
        assertThat(times(burst.hits())).startsWith(980L).endsWith(999L);
    }

    @Test
    void hit_is_kept_for_an_hour_after_it_and_forgotten_with_a_later_one() {
        assertThat(times(burst(0, Burst.KEPT_MILLIS).hits())).containsExactly(0L, Burst.KEPT_MILLIS);
        assertThat(times(burst(0, Burst.KEPT_MILLIS + 1).hits())).containsExactly(Burst.KEPT_MILLIS + 1);
    }

    @Test
    void whole_burst_is_forgotten_an_hour_after_its_last_hit() {
        Burst burst = burst(0, 5);

        assertThat(burst.at(START + 5 + Burst.KEPT_MILLIS)).isSameAs(burst);
        assertThat(burst.at(START + 6 + Burst.KEPT_MILLIS)).isEqualTo(Burst.EMPTY);
        assertThat(Burst.EMPTY.at(START)).isSameAs(Burst.EMPTY);
    }

    @Test
    void last_event_is_the_one_that_hit_last() {
        assertThat(burst(0, 5).lastEvent()).isEqualTo(EventId.of("e5"));
        assertThat(burst(0, 5).lastMillis()).isEqualTo(START + 5);
    }

    @Test
    void origin_tells_networks_devices_and_countries_apart_but_not_addresses_of_one_network() {
        Origin home = origin(login().ip("84.208.20.10"));

        assertThat(origin(login().ip("84.208.20.99"))).isEqualTo(home);
        assertThat(origin(login().ip("84.208.21.10")).network()).isNotEqualTo(home.network());
        assertThat(origin(login().device("phone")).device()).isNotEqualTo(home.device());
        assertThat(origin(login().from(Place.LAGOS)).country()).isNotEqualTo(home.country());
        assertThat(origin(login().ip("2001:db8::1"))).isEqualTo(origin(login().ip("2001:db8::2")));
    }

    @Test
    void what_is_not_told_of_an_origin_is_nought() {
        assertThat(origin(login().sourceless())).isEqualTo(Origin.NOT_KEPT);
    }

    private static LoginBuilder login() {
        return LoginBuilder.login("e", TestAccount.NOW);
    }

    private static Origin origin(LoginBuilder login) {
        return Origin.of(login.build().source());
    }

    private static List<Long> times(List<Hit> hits) {
        return hits.stream().map(hit -> hit.atMillis() - START).toList();
    }

    private static Burst burst(long... millis) {
        Burst burst = Burst.EMPTY;
        for (long each : millis) {
            burst = hit(burst, each);
        }
        return burst;
    }

    private static Burst hit(Burst burst, long millis) {
        Login login = LoginBuilder.login("e" + millis, TestAccount.NOW.plusMillis(millis))
                .build();
        return burst.hit(login, Origin.NOT_KEPT);
    }
}
