package dev.tocsin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a place, a network or a device comes to be an account's own, and ceases to be. */
class TrustLadderTest {
    private static final long HOME = 1;
    private static final long NEW = 2;
    private static final int DAY = 20_000;

    private KnownSet set = KnownSet.EMPTY.seen(HOME, plain(DAY - 300));

    @Test
    void value_never_met_is_unseen() {
        assertThat(trustOn(DAY)).isEqualTo(Trust.UNSEEN);
    }

    @Test
    void first_value_of_all_is_trusted_on_first_use() {
        assertThat(KnownSet.EMPTY.seen(NEW, plain(DAY)).trust(NEW, at(DAY))).isEqualTo(Trust.KNOWN);
    }

    @Test
    void second_value_starts_on_probation() {
        see(plain(DAY));

        assertThat(trustOn(DAY)).isEqualTo(Trust.PROBATION);
        assertThat(set.isKnown(NEW, at(DAY))).isFalse();
    }

    @Test
    void two_logins_on_two_days_stay_on_probation() {
        see(plain(DAY), plain(DAY + 1));

        assertThat(trustOn(DAY + 1)).isEqualTo(Trust.PROBATION);
    }

    @Test
    void three_logins_on_two_days_are_known() {
        see(plain(DAY), plain(DAY), plain(DAY + 1));

        assertThat(trustOn(DAY + 1)).isEqualTo(Trust.KNOWN);
    }

    @Test
    void any_number_of_logins_on_one_day_stays_on_probation() {
        for (int i = 0; i < 50; i++) {
            see(plain(DAY));
        }

        assertThat(trustOn(DAY)).isEqualTo(Trust.PROBATION);
    }

    @Test
    void login_with_mfa_is_known_at_once() {
        see(withMfa(DAY));

        assertThat(trustOn(DAY)).isEqualTo(Trust.KNOWN);
    }

    @Test
    void mfa_promotes_from_probation() {
        see(plain(DAY), withMfa(DAY));

        assertThat(trustOn(DAY)).isEqualTo(Trust.KNOWN);
    }

    @Test
    void habit_does_not_promote_while_a_high_alert_is_open() {
        see(plain(DAY), underHigh(DAY), underHigh(DAY + 1), underHigh(DAY + 2));

        assertThat(trustOn(DAY + 2)).isEqualTo(Trust.PROBATION);
    }

    @Test
    void habit_promotes_at_the_first_login_after_the_high_alert() {
        see(underHigh(DAY), underHigh(DAY), underHigh(DAY + 1), plain(DAY + 4));

        assertThat(trustOn(DAY + 4)).isEqualTo(Trust.KNOWN);
    }

    @Test
    void promotion_survives_a_later_high_alert() {
        see(withMfa(DAY), underHigh(DAY + 1));

        assertThat(trustOn(DAY + 1)).isEqualTo(Trust.KNOWN);
    }

    @ParameterizedTest
    @CsvSource({"89, KNOWN", "90, KNOWN", "91, UNSEEN"})
    void known_value_expires_after_ninety_days_unseen(int silence, Trust expected) {
        see(withMfa(DAY));

        assertThat(trustOn(DAY + silence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"89, PROBATION", "90, PROBATION", "91, UNSEEN"})
    void probation_expires_as_well(int silence, Trust expected) {
        see(plain(DAY));

        assertThat(trustOn(DAY + silence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"90, KNOWN", "91, PROBATION"})
    void known_value_that_comes_back_after_it_expired_starts_again(int silence, Trust expected) {
        see(withMfa(DAY), plain(DAY + silence));

        assertThat(trustOn(DAY + silence)).isEqualTo(expected);
    }

    @Test
    void logins_before_the_expiry_do_not_count_towards_the_next_promotion() {
        see(plain(DAY), plain(DAY), plain(DAY + 91), plain(DAY + 92));

        assertThat(trustOn(DAY + 92)).isEqualTo(Trust.PROBATION);
    }

    @ParameterizedTest
    @CsvSource({"29, false", "30, true", "31, true"})
    void value_is_long_known_from_the_thirtieth_day_on(int age, boolean expected) {
        see(withMfa(DAY), plain(DAY + age));

        assertThat(set.isKnownForDays(NEW, at(DAY + age), 30)).isEqualTo(expected);
    }

    @Test
    void value_on_probation_is_never_long_known() {
        see(plain(DAY), plain(DAY + 40));

        assertThat(set.isKnownForDays(NEW, at(DAY + 40), 30)).isFalse();
    }

    @Test
    void age_starts_again_after_an_expiry() {
        see(withMfa(DAY), withMfa(DAY + 91));

        assertThat(set.isKnownForDays(NEW, at(DAY + 92), 30)).isFalse();
    }

    private void see(Sighting... sightings) {
        for (Sighting sighting : sightings) {
            set = set.seen(NEW, sighting);
        }
    }

    private Trust trustOn(int day) {
        return set.trust(NEW, at(day));
    }

    private static long at(int day) {
        return Duration.ofDays(day).plusHours(13).toMillis();
    }

    static Sighting plain(int day) {
        return new Sighting(day, false, true, false, Sighting.Alarm.NONE, null, 0, 0);
    }

    private static Sighting withMfa(int day) {
        return new Sighting(day, true, true, false, Sighting.Alarm.NONE, null, 0, 0);
    }

    private static Sighting underHigh(int day) {
        return new Sighting(day, false, true, false, Sighting.Alarm.HIGH, null, 0, 0);
    }
}
