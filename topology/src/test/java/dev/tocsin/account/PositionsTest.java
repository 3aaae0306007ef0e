package dev.tocsin.account;

import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Memories;
import dev.tocsin.testing.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where an account was last, and which ways it goes. */
class PositionsTest {
    private static final Login HOME = login("home", NOW).build();

    @Test
    void located_success_is_a_position_without_what_nobody_needs_there() {
        AccountMemory memory = Memories.of(login("home", NOW).session("s1").build());

        assertThat(memory.positions()).containsExactly(HOME);
    }

    @ParameterizedTest
    @EnumSource(names = {"MOBILE", "HOSTING", "VPN", "RELAY", "TOR", "SATELLITE"})
    void network_that_hides_its_user_neither_sets_nor_moves_the_position(Network network) {
        AccountMemory memory = Memories.of(
                HOME, login("away", hour(1)).from(Place.LAGOS).network(network).build());

        assertThat(memory.positions()).containsExactly(HOME);
        assertThat(memory.travels().transitions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RESIDENTIAL", "BUSINESS", "UNKNOWN"})
    void network_that_tells_where_its_user_is_moves_the_position(Network network) {
        Login away = login("away", hour(1)).from(Place.LAGOS).network(network).build();

        assertThat(Memories.of(HOME, away).positions()).containsExactly(HOME, away);
    }

    @Test
    void login_without_coordinates_keeps_the_position() {
        Login nowhere = login("b", hour(1)).from(Place.LAGOS).position(null).build();

        assertThat(Memories.of(HOME, nowhere).positions()).containsExactly(HOME);
    }

    @Test
    void private_address_keeps_the_position_whatever_a_database_says() {
        Login inside = login("b", hour(1)).from(Place.LAGOS).ip("192.168.0.7").build();

        assertThat(Memories.of(HOME, inside).positions()).containsExactly(HOME);
    }

    @Test
    void coordinates_without_an_address_are_a_position() {
        Login away = login("b", hour(1)).from(Place.LAGOS).ip(null).build();

        assertThat(Memories.of(HOME, away).positions()).containsExactly(HOME, away);
    }

    @Test
    void latest_login_of_a_place_stands_for_it() {
        Login away = login("away", hour(1)).from(Place.BERLIN).build();
        Login back = login("back", hour(2)).build();

        assertThat(Memories.of(HOME, away, back).positions()).containsExactly(away, back);
    }

    @Test
    void ninth_place_pushes_out_the_oldest() {
        List<Login> logins = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            logins.add(login("e" + i, hour(i))
                    .city(null)
                    .country(null)
                    .position(new GeoPoint(i * 100, 0))
                    .build());
        }

        assertThat(Memories.of(logins).positions()).isEqualTo(logins.subList(1, 9));
    }

    @Test
    void positions_before_and_after_a_moment_are_the_nearest_in_time() {
        Login noon = login("b", hour(1)).from(Place.BERLIN).build();
        Login evening = login("c", hour(2)).from(Place.STOCKHOLM).build();
        AccountMemory memory = Memories.of(HOME, noon, evening);

        assertThat(memory.positionBefore(hour(1).toEpochMilli() - 1)).isEqualTo(HOME);
        assertThat(memory.positionBefore(hour(1).toEpochMilli())).isEqualTo(noon);
        assertThat(memory.positionAfter(hour(1).toEpochMilli())).isEqualTo(evening);
        assertThat(memory.positionAfter(hour(1).toEpochMilli() - 1)).isEqualTo(noon);
        assertThat(memory.positionBefore(NOW.toEpochMilli() - 1)).isNull();
        assertThat(memory.positionAfter(hour(2).toEpochMilli())).isNull();
    }

    @Test
    void way_between_two_places_is_counted_each_time_and_in_its_direction() {
        AccountMemory memory = Memories.of(
                HOME,
                berlin("1", hour(1)).build(),
                login("2", hour(2)).build(),
                berlin("3", hour(3)).build());
        Source berlin = berlin("x", NOW).build().source();

        assertThat(memory.transitions(HOME.source(), berlin)).isEqualTo(2);
        assertThat(memory.transitions(berlin, HOME.source())).isEqualTo(1);
        assertThat(memory.transitions(berlin, berlin)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 3", "20, 15"})
    void way_made_several_times_counts_up_to_the_bound(int days, int expected) {
        List<Login> logins = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            logins.add(login("h" + day, NOW.plus(Duration.ofDays(day))).build());
            logins.add(berlin("b" + day, NOW.plus(Duration.ofDays(day)).plusSeconds(60))
                    .build());
        }
        Source berlin = berlin("x", NOW).build().source();

        assertThat(Memories.of(logins).transitions(HOME.source(), berlin)).isEqualTo(expected);
    }

    @Test
    void way_made_under_an_open_high_alert_moves_the_position_and_is_not_counted() {
        Login away = berlin("1", hour(1)).build();
        Mark high = new Mark(1, Mark.HIGH, away.atMillis());
        AccountMemory memory = Memories.of(HOME).after(away, List.of(high));
        AccountMemory after = memory.after(login("2", hour(73)).build(), List.of());

        assertThat(memory.positions()).containsExactly(HOME, away);
        assertThat(memory.travels().transitions()).isEmpty();
        assertThat(after.travels().transitions()).isEmpty();
        assertThat(memory.after(login("2", hour(74)).build(), List.of())
                        .travels()
                        .transitions())
                .hasSize(1);
    }

    @Test
    void way_made_under_a_milder_alert_is_counted() {
        Login away = berlin("1", hour(1)).build();
        Mark medium = new Mark(1, Mark.HIGH - 1, away.atMillis());

        assertThat(Memories.of(HOME).after(away, List.of(medium)).transitions(HOME.source(), away.source()))
                .isEqualTo(1);
    }

    @Test
    void staying_is_no_way() {
        assertThat(Memories.of(HOME, login("b", hour(1)).build()).travels().transitions())
                .isEmpty();
    }

    @Test
    void ninth_way_pushes_out_the_least_recent() {
        List<Login> logins = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            logins.add(login("e" + i, hour(i)).city("City " + i).build());
        }
        AccountMemory memory = Memories.of(logins);

        assertThat(memory.travels().transitions()).hasSize(Transition.MAX);
        assertThat(memory.transitions(source(logins, 2), source(logins, 3))).isZero();
        assertThat(memory.transitions(source(logins, 3), source(logins, 4))).isEqualTo(1);
    }

    private static Source source(List<Login> logins, int index) {
        return logins.get(index).source();
    }

    private static LoginBuilder berlin(String id, Instant at) {
        return login(id, at).from(Place.BERLIN);
    }

    private static Instant hour(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }
}
