package dev.tocsin.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.GeoPoint;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a place that the event tells and a place that a database tells. */
class PlaceTest {
    private static final GeoPoint OSLO = new GeoPoint(5991, 1075);

    /** 98.96 and 100.08 km south of it. */
    private static final GeoPoint NEAR_OSLO = new GeoPoint(5902, 1075);

    private static final GeoPoint BEYOND_OSLO = new GeoPoint(5901, 1075);
    private static final GeoPoint BERGEN = new GeoPoint(6039, 532);

    private static final Place NOTHING = place(null, null, null, 0);
    private static final Place DATABASE = place("NO", "Oslo", OSLO, 20);

    static Stream<Arguments> merges() {
        return Stream.of(
                merge("nothing said: all is taken", NOTHING, DATABASE, DATABASE),
                merge("nothing known: all stays", place("NO", null, OSLO, 5), NOTHING, place("NO", null, OSLO, 5)),
                merge(
                        "all said: all stays",
                        place("NO", "Bergen", BERGEN, 5),
                        DATABASE,
                        place("NO", "Bergen", BERGEN, 5)),
                merge("same country: the rest is taken", place("NO", null, null, 0), DATABASE, DATABASE),
                merge("other country: nothing", place("DE", null, null, 0), DATABASE, place("DE", null, null, 0)),
                merge("other country, city", place("DE", "Oslo", null, 0), DATABASE, place("DE", "Oslo", null, 0)),
                merge(
                        "country unknown to the database: no contradiction",
                        place("NO", null, null, 0),
                        place(null, null, OSLO, 900),
                        place("NO", null, OSLO, 900)),
                merge(
                        "city alone: its country is taken",
                        place(null, "OSLO", null, 0),
                        DATABASE,
                        place("NO", "OSLO", OSLO, 20)),
                merge(
                        "city of another name: no position",
                        place(null, "Kristiania", null, 0),
                        DATABASE,
                        place("NO", "Kristiania", null, 0)),
                merge(
                        "city of another name in the same country: no position",
                        place("NO", "Bergen", null, 0),
                        DATABASE,
                        place("NO", "Bergen", null, 0)),
                merge(
                        "city beside a database that knows the country only",
                        place("NO", "Bergen", null, 0),
                        place("NO", null, OSLO, 900),
                        place("NO", "Bergen", OSLO, 900)),
                merge(
                        "near position: country and city",
                        place(null, null, NEAR_OSLO, 1),
                        DATABASE,
                        place("NO", "Oslo", NEAR_OSLO, 1)),
                merge(
                        "position just within the bound",
                        place(null, null, NEAR_OSLO, 0),
                        place("NO", null, OSLO, 0),
                        place("NO", null, NEAR_OSLO, 0)),
                merge(
                        "position just beyond the bound: nothing",
                        place(null, null, BEYOND_OSLO, 0),
                        place("NO", "Oslo", OSLO, 0),
                        place(null, null, BEYOND_OSLO, 0)),
                merge(
                        "both radii are taken off the distance",
                        place(null, null, BEYOND_OSLO, 1),
                        place("NO", "Oslo", OSLO, 0),
                        place("NO", "Oslo", BEYOND_OSLO, 1)),
                merge("far position: nothing", place("NO", null, BERGEN, 0), DATABASE, place("NO", null, BERGEN, 0)),
                merge("radius without a position: dropped", place("NO", null, null, 3), DATABASE, DATABASE));
    }

    private static Arguments merge(String what, Place said, Place database, Place expected) {
        return Arguments.of(what, said, database, expected);
    }

    private static Place place(
            @Nullable String country, @Nullable String city, @Nullable GeoPoint position, int radiusKm) {
        return new Place(country, city, position, radiusKm);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("merges")
    void gaps_are_filled_as_long_as_both_tell_of_one_place(String what, Place said, Place database, Place expected) {
        assertThat(said.filledFrom(database)).as(what).isEqualTo(expected);
    }
}
