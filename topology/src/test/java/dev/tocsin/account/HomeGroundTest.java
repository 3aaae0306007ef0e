package dev.tocsin.account;

import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Memories;
import dev.tocsin.testing.Place;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an address says that it is a place that the account knows. */
class HomeGroundTest {
    private static final long AT = NOW.toEpochMilli();
    private static final AccountMemory HOME = Memories.of(
            login("home", NOW.minus(Duration.ofDays(5))).build(),
            login("v6", NOW.minus(Duration.ofDays(5)).plusSeconds(60))
                    .from(Place.BERGEN)
                    .ip("2001:db8:1:2::1")
                    .build(),
            login("visit", NOW.minus(Duration.ofDays(1)))
                    .from(Place.BERLIN)
                    .device("visitor")
                    .build());

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "84.208.20.10,         true",
                "84.208.20.255,        true",
                "84.208.21.0,          false",
                "2001:db8:1:2:9999::1, true",
                "2001:db8:1:3::1,      false",
                "91.64.7.8,            false", // Berlin was seen once
                "none,                 false"
            })
    void address_near_the_latest_login_of_a_known_place_is_that_place(@Nullable String ip, boolean expected) {
        Source lagos = source(login("x", NOW).from(Place.LAGOS).ip(ip));

        assertThat(HOME.isNeighbourOfKnownPlace(lagos, AT)).isEqualTo(expected);
    }

    @Test
    void address_that_the_place_was_left_with_says_nothing_any_more() {
        AccountMemory moved = HOME.after(
                login("moved", NOW.minusSeconds(60)).ip("84.208.99.1").build(), List.of());

        assertThat(moved.isNeighbourOfKnownPlace(source(login("x", NOW)), AT)).isFalse();
        assertThat(moved.isNeighbourOfKnownPlace(source(login("x", NOW).ip("84.208.99.2")), AT))
                .isTrue();
    }

    @Test
    void stranger_in_the_owners_city_is_not_at_home_there_the_second_time() {
        Login stranger = login("stranger", NOW).asn(64_500).ip("198.51.100.7").build();
        AccountMemory visited = HOME.after(stranger, List.of());

        assertThat(visited.isPlaceKnown(stranger.source(), AT)).isTrue();
        assertThat(visited.isNeighbourOfKnownPlace(stranger.source(), AT)).isFalse();
    }

    @Test
    void stranger_on_a_device_is_not_at_home_there_either_where_networks_are_not_told() {
        AccountMemory home = Memories.of(
                login("home", NOW.minus(Duration.ofDays(5))).asn(0).build(),
                login("again", NOW.minus(Duration.ofDays(2))).asn(0).build());
        Login stranger = login("stranger", NOW)
                .asn(0)
                .ip("198.51.100.7")
                .device("stranger")
                .build();

        assertThat(home.after(stranger, List.of()).isNeighbourOfKnownPlace(stranger.source(), AT))
                .isFalse();
    }

    @Test
    void place_whose_network_nobody_told_is_told_by_its_city_alone() {
        AccountMemory home = Memories.of(login("home", NOW).asn(0).build());

        assertThat(home.isNeighbourOfKnownPlace(source(login("x", NOW)), AT)).isTrue();
    }

    @Test
    void place_that_expired_says_nothing_any_more() {
        Source home = source(login("x", NOW));

        assertThat(HOME.isNeighbourOfKnownPlace(
                        home, NOW.plus(Duration.ofDays(85)).toEpochMilli()))
                .isTrue();
        assertThat(HOME.isNeighbourOfKnownPlace(
                        home, NOW.plus(Duration.ofDays(86)).toEpochMilli()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "laptop,   105.112.4.7,  true",
                "visitor,  84.208.20.10, false",
                "stranger, 84.208.20.10, false",
                "none,     84.208.20.77, true",
                "none,     105.112.4.7,  false",
                "none,     none,         false"
            })
    void home_ground_is_a_known_device_or_without_one_a_known_address(
            @Nullable String device, @Nullable String ip, boolean expected) {
        Source source = source(login("x", NOW).device(device).ip(ip));

        assertThat(HOME.isHomeGround(source, AT)).isEqualTo(expected);
    }

    private static Source source(LoginBuilder login) {
        return login.build().source();
    }
}
