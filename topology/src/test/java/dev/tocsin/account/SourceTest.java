package dev.tocsin.account;

import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.testing.LoginBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {
    @Test
    void every_country_code_is_read_back_from_its_key() {
        Set<Long> keys = new HashSet<>();
        for (char first = 'A'; first <= 'Z'; first++) {
            for (char second = 'A'; second <= 'Z'; second++) {
                String country = "" + first + second;
                long key = Source.countryKey(country);
                keys.add(key);
                assertThat(Source.countryOfKey(key)).isEqualTo(country);
            }
        }

        assertThat(keys).hasSize(26 * 26).allMatch(key -> key > 0 && key < 65_536);
    }

    @Test
    void unknown_source_has_no_keys_and_no_place() {
        assertThat(Source.UNKNOWN.countryKey()).isZero();
        assertThat(Source.UNKNOWN.cityKey()).isZero();
        assertThat(Source.UNKNOWN.placeKey()).isZero();
        assertThat(Source.UNKNOWN.isLocated()).isFalse();
        assertThat(Source.UNKNOWN.place()).isEqualTo("unknown");
    }

    @Test
    void city_without_a_country_has_no_key() {
        assertThat(source(home().country(null)).cityKey()).isZero();
    }

    @Test
    void cities_of_one_name_in_two_countries_differ() {
        assertThat(source(home()).cityKey())
                .isNotEqualTo(source(home().country("US")).cityKey());
    }

    @Test
    void place_is_told_by_city_whatever_the_coordinates_say() {
        Source moved = source(home().position(new GeoPoint(0, 0)));

        assertThat(moved.placeKey()).isEqualTo(source(home()).placeKey());
    }

    @Test
    void place_without_a_city_is_told_by_its_coordinates() {
        Source here = source(home().city(null));
        Source there = source(home().city(null).position(new GeoPoint(0, 0)));

        assertThat(here.placeKey()).isNotEqualTo(there.placeKey());
    }

    @Test
    void place_without_city_and_coordinates_is_told_by_its_country() {
        Source norway = source(home().city(null).position(null));

        assertThat(norway.placeKey()).isEqualTo(norway.countryKey());
    }

    @Test
    void two_are_at_the_same_place_exactly_when_their_keys_are_equal() {
        List<Source> sources = new ArrayList<>();
        for (String country : Arrays.asList("NO", "US", null)) {
            for (String city : Arrays.asList("Oslo", "Bergen", null)) {
                for (GeoPoint position : Arrays.asList(new GeoPoint(5991, 1075), new GeoPoint(0, 0), null)) {
                    sources.add(source(home().country(country).city(city).position(position)));
                }
            }
        }

        for (Source one : sources) {
            for (Source other : sources) {
                assertThat(one.isSamePlaceAs(other))
                        .as("%s and %s", one, other)
                        .isEqualTo(one.placeKey() == other.placeKey());
            }
        }
    }

    @Test
    void country_of_two_letters_is_one_text_and_anything_else_is_kept_as_it_is() {
        assertThat(Source.country('N', 'O')).isEqualTo("NO").isSameAs(Source.country('N', 'O'));
        assertThat(Source.country('x', '?')).isEqualTo("x?");
        assertThat(Source.countryOfKey(Source.countryKey("??"))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"NO, Oslo, 'Oslo, NO'", "NO, none, NO", "none, none, unknown", "none, Oslo, unknown"})
    void place_in_words_says_what_is_known(@Nullable String country, @Nullable String city, String expected) {
        assertThat(source(home().country(country).city(city)).place()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"84.208.20.10, true", "none, true", "10.0.0.1, false", "fe80::1, false", "2001:db8::1, true"})
    void coordinates_of_a_private_address_locate_nobody(@Nullable String ip, boolean expected) {
        assertThat(source(home().ip(ip)).isLocated()).isEqualTo(expected);
    }

    private static Source source(LoginBuilder login) {
        return login.build().source();
    }

    private static LoginBuilder home() {
        return login("x", NOW);
    }
}
