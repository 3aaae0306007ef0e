package dev.tocsin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownSetTest {
    private static final int DAY = 20_000;
    private static final GeoPoint OSLO = GeoPoint.ofDegrees(59.91, 10.75);
    private static final GeoPoint BERGEN = GeoPoint.ofDegrees(60.39, 5.32);

    @Test
    void entries_are_sorted_by_key_whatever_came_first() {
        KnownSet one = KnownSet.EMPTY.seen(7, on(DAY)).seen(3, on(DAY)).seen(5, on(DAY));

        assertThat(one.entries()).extracting(Known::key).containsExactly(3L, 5L, 7L);
    }

    @Test
    void full_set_gives_way_to_a_new_value_at_the_least_recently_seen() {
        KnownSet full = full();
        KnownSet next = full.seen(99, on(DAY + 100));

        assertThat(full.entries()).hasSize(KnownSet.MAX);
        assertThat(next.entries()).hasSize(KnownSet.MAX);
        assertThat(next.find(1)).isNull();
        assertThat(next.find(2)).isNotNull();
        assertThat(next.find(99)).isNotNull();
    }

    @Test
    void value_seen_again_is_no_longer_the_least_recent() {
        KnownSet next = full().seen(1, on(DAY + 50)).seen(99, on(DAY + 100));

        assertThat(next.find(1)).isNotNull();
        assertThat(next.find(2)).isNull();
    }

    @Test
    void full_set_gives_nothing_way_under_an_open_alert() {
        KnownSet full = full();

        assertThat(full.seen(99, underAlert(DAY + 100))).isEqualTo(full);
    }

    @Test
    void known_value_is_counted_under_an_open_alert_too() {
        Known seen = full().seen(5, underAlert(DAY + 100)).find(5);

        assertThat(seen).isNotNull().extracting(Known::lastDay).isEqualTo(DAY + 100);
    }

    @Test
    void set_with_room_takes_new_values_under_an_open_alert() {
        assertThat(KnownSet.EMPTY.seen(1, underAlert(DAY)).entries()).hasSize(1);
    }

    @Test
    void flood_of_new_values_on_one_day_pushes_out_each_other_and_not_the_owners() {
        KnownSet set = KnownSet.EMPTY.seen(1, on(DAY)).seen(1, on(DAY + 1));
        for (int key = 100; key < 200; key++) {
            set = set.seen(key, on(DAY));
        }

        assertThat(set.find(1)).isNotNull();
    }

    @Test
    void position_is_replaced_by_the_latest_and_kept_when_none_is_given() {
        KnownSet set = KnownSet.EMPTY.seen(1, located(DAY, OSLO, 10));

        assertThat(set.seen(1, located(DAY, BERGEN, 20)).find(1))
                .isEqualTo(new Known(1, DAY, DAY, 2, 1, true, BERGEN, 20, 0));
        assertThat(set.seen(1, on(DAY)).find(1)).isEqualTo(new Known(1, DAY, DAY, 2, 1, true, OSLO, 10, 0));
    }

    @Test
    void login_of_the_same_day_that_tells_nothing_new_leaves_the_set_as_it_is() {
        KnownSet set = KnownSet.EMPTY;
        for (int login = 0; login < 3; login++) {
            set = set.seen(1, sighting(DAY, OSLO, 10, 7));
        }

        assertThat(set.seen(1, sighting(DAY, OSLO, 10, 7))).isSameAs(set);
        assertThat(set.seen(1, on(DAY))).isSameAs(set);
        assertThat(set.seen(1, sighting(DAY, BERGEN, 10, 7)).find(1))
                .isEqualTo(new Known(1, DAY, DAY, 3, 1, true, BERGEN, 10, 7));
        assertThat(set.seen(1, sighting(DAY, OSLO, 20, 7)).find(1))
                .isEqualTo(new Known(1, DAY, DAY, 3, 1, true, OSLO, 20, 7));
        assertThat(set.seen(1, sighting(DAY, OSLO, 10, 8)).find(1))
                .isEqualTo(new Known(1, DAY, DAY, 3, 1, true, OSLO, 10, 8));
        assertThat(set.seen(1, sighting(DAY + 1, OSLO, 10, 7)).find(1))
                .isEqualTo(new Known(1, DAY, DAY + 1, 3, 2, true, OSLO, 10, 7));
    }

    @Test
    void counts_stop_at_what_trust_needs() {
        KnownSet set = KnownSet.EMPTY;
        for (int day = 0; day < 9; day++) {
            set = set.seen(1, on(DAY + day));
        }

        assertThat(set.find(1)).isEqualTo(new Known(1, DAY, DAY + 8, 3, 2, true, null, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"2, 0, true", "2, 1, true", "1, 0, false", "1, 90, false", "1, 91, true", "0, 0, false"})
    void value_is_new_when_it_was_not_seen_or_has_expired(long key, int days, boolean expected) {
        KnownSet one = KnownSet.EMPTY.seen(1, on(DAY));

        assertThat(one.isNew(key, at(DAY + days))).isEqualTo(expected);
    }

    @Test
    void nothing_is_new_where_nothing_was_before_nor_on_probation() {
        KnownSet two = KnownSet.EMPTY.seen(1, on(DAY)).seen(2, on(DAY));

        assertThat(KnownSet.EMPTY.isNew(1, at(DAY))).isFalse();
        assertThat(two.trust(2, at(DAY))).isEqualTo(Trust.PROBATION);
        assertThat(two.isNew(2, at(DAY))).isFalse();
    }

    /** Known from the first day on; the story may begin days before it is asked. */
    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true", "5, true"})
    void value_is_older_than_a_story_that_began_on_a_later_day(int storyDay, boolean expected) {
        KnownSet one = KnownSet.EMPTY.seen(1, on(DAY));

        assertThat(one.isKnownSinceBefore(1, at(DAY + 6), at(DAY + storyDay))).isEqualTo(expected);
    }

    @Test
    void value_that_is_not_known_is_older_than_no_story() {
        KnownSet two = KnownSet.EMPTY.seen(1, on(DAY)).seen(2, on(DAY));

        assertThat(two.isKnownSinceBefore(2, at(DAY + 6), at(DAY + 5))).isFalse();
        assertThat(two.isKnownSinceBefore(3, at(DAY + 6), at(DAY + 5))).isFalse();
        assertThat(two.isKnownSinceBefore(1, at(DAY + 91), at(DAY + 90))).isFalse();
    }

    @Test
    void founding_trusts_a_second_value_and_one_on_probation() {
        KnownSet two = KnownSet.EMPTY.seen(1, on(DAY)).seen(2, on(DAY));

        assertThat(two.seen(3, founding(DAY)).trust(3, at(DAY))).isEqualTo(Trust.KNOWN);
        assertThat(two.seen(2, founding(DAY)).trust(2, at(DAY))).isEqualTo(Trust.KNOWN);
    }

    private static Sighting founding(int day) {
        return new Sighting(day, false, true, true, Sighting.Alarm.NONE, null, 0, 0);
    }

    private static long at(int day) {
        return Duration.ofDays(day).toMillis();
    }

    /** Keys 1 to 32, first and last seen in this order. */
    private static KnownSet full() {
        KnownSet set = KnownSet.EMPTY;
        for (int key = 1; key <= KnownSet.MAX; key++) {
            set = set.seen(key, on(DAY + key));
        }
        return set;
    }

    private static Sighting on(int day) {
        return new Sighting(day, false, true, false, Sighting.Alarm.NONE, null, 0, 0);
    }

    private static Sighting underAlert(int day) {
        return new Sighting(day, false, true, false, Sighting.Alarm.SOME, null, 0, 0);
    }

    private static Sighting located(int day, GeoPoint position, int radiusKm) {
        return sighting(day, position, radiusKm, 0);
    }

    private static Sighting sighting(int day, GeoPoint position, int radiusKm, int agent) {
        return new Sighting(day, false, true, false, Sighting.Alarm.NONE, position, radiusKm, agent);
    }
}
