package dev.tocsin.account;

import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Memories;
import dev.tocsin.testing.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which logins are kept for the changes that may follow, and what is said of them; bounds in {@link LandmarksTest}. */
class LandmarkTest {
    private static final Instant LAST = NOW.minus(Duration.ofDays(2));
    private static final AccountMemory HOME = Memories.of(
            login("first", NOW.minus(Duration.ofDays(20))).build(),
            login("last", LAST).build());

    @Test
    void ordinary_login_is_no_landmark() {
        assertThat(landmarks(login("1", NOW))).isEmpty();
        assertThat(landmarks(login("1", NOW).from(Place.DRAMMEN))).isEmpty();
        assertThat(landmarks(login("1", NOW).sourceless())).isEmpty();
    }

    @Test
    void landmark_says_what_was_new() {
        assertThat(landmarks(login("1", NOW).device("phone"))).containsExactly(novel("phone", Place.OSLO, true, false));
        assertThat(landmarks(login("1", NOW).from(Place.BERGEN)))
                .containsExactly(
                        new Landmark(login("1", NOW).from(Place.BERGEN).build(), false, true, false, 2, -1, -1));
        assertThat(landmarks(login("1", NOW).from(Place.LAGOS).asn(2119)))
                .containsExactly(new Landmark(
                        login("1", NOW).from(Place.LAGOS).asn(2119).build(), false, false, true, 2, -1, -1));
        assertThat(landmarks(login("1", NOW).from(Place.LAGOS).device("thief")))
                .containsExactly(new Landmark(
                        login("1", NOW).from(Place.LAGOS).device("thief").build(), true, true, true, 2, -1, -1));
    }

    private static Landmark novel(String device, Place place, boolean newDevice, boolean newNetwork) {
        Login login = login("1", NOW).device(device).from(place).build();
        return new Landmark(login, newDevice, newNetwork, false, 2, Landmark.NO_ALERT, Landmark.NO_ALERT);
    }

    @Test
    void login_is_kept_without_what_nobody_needs_there() {
        assertThat(landmarks(login("1", NOW).device("phone").session("s").agent("a")))
                .extracting(Landmark::login)
                .containsExactly(login("1", NOW).device("phone").build());
    }

    @Test
    void what_is_on_probation_is_not_new_a_second_time() {
        AccountMemory memory = HOME.after(login("1", NOW).device("phone").build(), List.of())
                .after(login("2", NOW.plusSeconds(60)).device("phone").build(), List.of());

        assertThat(memory.landmarks()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"MOBILE", "VPN", "RELAY", "SATELLITE"})
    void wandering_network_brings_nothing_new_but_its_device(Network network) {
        assertThat(landmarks(login("1", NOW).from(Place.LAGOS).network(network)))
                .isEmpty();
        assertThat(landmarks(login("1", NOW).from(Place.LAGOS).network(network).device("phone")))
                .singleElement()
                .satisfies(landmark -> {
                    assertThat(landmark.newDevice()).isTrue();
                    assertThat(landmark.newNetwork()).isFalse();
                    assertThat(landmark.newCountry()).isFalse();
                });
    }

    @ParameterizedTest
    @EnumSource(names = {"HOSTING", "TOR"})
    void suspicious_network_is_new_like_any_other(Network network) {
        assertThat(landmarks(login("1", NOW).from(Place.LAGOS).network(network)))
                .singleElement()
                .satisfies(landmark -> assertThat(landmark.newNetwork() && landmark.newCountry())
                        .isTrue());
    }

    @Test
    void failure_brings_nothing_new() {
        assertThat(landmarks(login("1", NOW).from(Place.LAGOS).device("thief").failed()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "86400000, true"})
    void account_that_is_new_to_us_has_nothing_new_for_a_day(long overMillis, boolean expected) {
        Login phone = login("1", NOW.plus(AccountMemory.FOUNDING).plusMillis(overMillis))
                .device("phone")
                .build();

        assertThat(Memories.of(login("0", NOW).build(), phone).landmarks().isEmpty())
                .isEqualTo(!expected);
    }

    @Test
    void first_device_of_an_account_that_never_told_one_is_not_new() {
        AccountMemory memory = Memories.of(
                login("0", LAST).device(null).build(), login("1", NOW).build());

        assertThat(memory.landmarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 1", "1, 1"})
    void long_silence_makes_a_landmark_from_its_thirtieth_day_on(long overMillis, int expected) {
        Instant back = LAST.plus(Duration.ofDays(30)).plusMillis(overMillis);

        assertThat(landmarks(login("1", back)))
                .hasSize(expected)
                .allSatisfy(landmark -> assertThat(landmark.silenceDays()).isEqualTo(30));
    }

    @Test
    void failure_ends_no_silence() {
        assertThat(landmarks(login("1", NOW.plus(Duration.ofDays(60))).failed()))
                .isEmpty();
    }

    @Test
    void alerts_make_a_landmark_with_the_highest_rank_of_their_kind() {
        AccountMemory memory = HOME.after(
                login("1", NOW).build(),
                List.of(
                        mark(1, 1, Mark.Trail.STRANGE_PLACE),
                        mark(2, 3, Mark.Trail.STRANGE_PLACE),
                        mark(3, 2, Mark.Trail.STRANGE_PLACE),
                        mark(4, 2, Mark.Trail.GUESSING)));

        assertThat(memory.landmarks())
                .containsExactly(new Landmark(login("1", NOW).build(), false, false, false, 2, 3, 2));
    }

    @Test
    void failure_that_completed_an_alert_is_a_landmark() {
        Login failed = login("1", NOW).failed().build();
        AccountMemory memory = HOME.after(failed, List.of(mark(1, 0, Mark.Trail.GUESSING)));

        assertThat(memory.landmarks()).containsExactly(new Landmark(failed, false, false, false, 0, -1, 0));
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "SEQUENCE"})
    void alerts_that_no_change_is_judged_by_make_none(Mark.Trail trail) {
        assertThat(HOME.after(login("1", NOW).build(), List.of(mark(1, 4, trail)))
                        .landmarks())
                .isEmpty();
    }

    private static List<Landmark> landmarks(LoginBuilder login) {
        return HOME.after(login.build(), List.of()).landmarks();
    }

    private static Mark mark(long key, int rank, Mark.Trail trail) {
        return new Mark(key, rank, NOW.toEpochMilli(), trail);
    }
}
