package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.INFO;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Login;
import dev.tocsin.account.Login.Outcome;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Memories;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** NOW is noon. */
class UnusualHourDetectorTest {
    private static final String ID = "unusual-hour";

    static List<Story> newThings() {
        return List.of(
                when("new device", at(18).device("stranger").build()).fires(INFO),
                when("new network", at(18).asn(64_500).build()).fires(INFO),
                when("new country", at(18).country("NG").build()).fires(INFO),
                when(
                                "new country, device missing",
                                at(18).country("NG").device(null).build())
                        .fires(INFO),
                when(
                                "everything new",
                                at(18).from(Place.LAGOS).device("stranger").build())
                        .fires(INFO),
                when("everything known", at(18).build()).isQuiet(),
                when(
                                "everything known that is given",
                                at(18).device(null).asn(0).build())
                        .isQuiet(),
                when("everything missing", at(18).sourceless().build()).isQuiet(),
                when("failure", at(18).device("stranger").failed().build()).isQuiet(),
                when(
                                "factor missing",
                                at(18).device("stranger")
                                        .outcome(Outcome.MFA_REQUIRED)
                                        .build())
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("newThings")
    void unusual_hour_fires_only_where_something_else_is_new(Story story) {
        story.happensTo(alwaysAt(NOW), ID);
    }

    /** Who always comes at noon is given an hour's deviation, and so four hours to either side. */
    static List<Story> hours() {
        return List.of(
                when("usual hour", stranger(NOW).build()).isQuiet(),
                when("just below 4 h later", stranger(after(4).minusSeconds(1)).build())
                        .isQuiet(),
                when("just above 4 h later", stranger(after(4).plusSeconds(1)).build())
                        .fires(INFO),
                when("midnight", stranger(after(12)).build()).fires(INFO),
                when(
                                "just above 4 h before",
                                stranger(after(20).minusSeconds(1)).build())
                        .fires(INFO),
                when("just below 4 h before", stranger(after(20).plusSeconds(1)).build())
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("hours")
    void threshold_is_met_exactly(Story story) {
        story.happensTo(alwaysAt(NOW), ID);
    }

    @ParameterizedTest
    @CsvSource({"3.9, QUIET", "4.1, FIRED", "12, FIRED", "19.9, FIRED", "20.1, QUIET"})
    void clock_goes_round_at_midnight(double hoursLater, String expected) {
        Instant lateEvening = NOW.minus(Duration.ofMinutes(12 * 60 + 30));
        TestAccount account = alwaysAt(lateEvening);

        account.sees(stranger(lateEvening.plus(Duration.ofMinutes(Math.round(hoursLater * 60))))
                .build());

        assertThat(account.lastEvaluation(ID).result()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"29, QUIET", "30, FIRED", "31, FIRED"})
    void habit_takes_thirty_logins(int logins, String expected) {
        TestAccount account = TestAccount.fresh();
        history(logins, NOW, NOW).forEach(account::sees);

        account.sees(stranger(after(12)).build());

        assertThat(account.lastEvaluation(ID).result()).hasToString(expected);
    }

    /** At 10 and 14 h by turns: a concentration of 0.87, a deviation of 2.05 h, a threshold of 8.2 h. */
    @ParameterizedTest
    @CsvSource({"8.1, QUIET", "8.3, FIRED", "12, FIRED"})
    void wide_habit_needs_a_longer_way_from_it(double hoursLater, String expected) {
        TestAccount account = TestAccount.fresh();
        history(30, NOW.minusSeconds(7_200), NOW.plusSeconds(7_200)).forEach(account::sees);

        account.sees(stranger(NOW.plus(Duration.ofMinutes(Math.round(hoursLater * 60))))
                .build());

        assertThat(account.lastEvaluation(ID).result()).hasToString(expected);
    }

    @Test
    void account_that_logs_in_at_all_hours_has_no_unusual_one() {
        TestAccount account = TestAccount.fresh();
        history(40, NOW, NOW.plus(Duration.ofHours(11))).forEach(account::sees);

        when("midnight", stranger(after(18)).build()).isQuiet().happensTo(account, ID);
    }

    /** Cosine of 30 degrees: how far the two hours are from their middle. */
    @Test
    void habit_must_be_as_concentrated_as_the_setting() {
        AccountMemory memory = Memories.of(history(30, NOW.minusSeconds(7_200), NOW.plusSeconds(7_200)));
        Login midnight = stranger(after(12)).build();
        double concentration = memory.habits().hours().concentration();

        assertThat(concentration).isCloseTo(Math.sqrt(3) / 2, within(1e-6));
        assertThat(examine(Math.nextUp(concentration), memory, midnight)).isEqualTo(Finding.QUIET);
        assertThat(examine(concentration, memory, midnight)).isInstanceOf(Signal.class);
        assertThat(examine(Math.nextDown(concentration), memory, midnight)).isInstanceOf(Signal.class);
    }

    private static Finding examine(double minConcentration, AccountMemory before, Login login) {
        return new UnusualHourDetector(new UnusualHourDetector.Settings(Duration.ofDays(1), 30, minConcentration, 4))
                .examine(new Moment(before, login, false));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.3, 4, min-logins",
        "256, 0.3, 4, min-logins",
        "30, -0.01, 4, min-concentration",
        "30, 0.96, 4, min-concentration",
        "30, NaN, 4, min-concentration",
        "30, 0.3, 0, deviations",
        "30, 0.3, 12, deviations",
    })
    void setting_under_which_it_says_nothing_is_refused(
            int minLogins, double minConcentration, double deviations, String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new UnusualHourDetector.Settings(Duration.ofDays(1), minLogins, minConcentration, deviations))
                .withMessageContaining(name + " must be");
    }

    static List<Story> cooldowns() {
        Login first = stranger(after(6)).build();
        return List.of(
                when(
                                "just below 24 h",
                                first,
                                login("2", after(30).minusMillis(1))
                                        .device("another")
                                        .build())
                        .isCoolingDown(),
                when("at 24 h", first, login("2", after(30)).device("another").build())
                        .fires(INFO));
    }

    @ParameterizedTest
    @MethodSource("cooldowns")
    void account_cools_down_for_a_day_whatever_the_hour(Story story) {
        story.happensTo(alwaysAt(NOW), ID);
    }

    @Test
    void alert_tells_the_usual_and_the_present_hour() {
        TestAccount account = alwaysAt(NOW).sees(stranger(after(6)).build());
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.facts())
                .containsExactly(
                        entry("hour", "18:00"),
                        entry("usual_hour", "12:00"),
                        entry("deviation_hours", "0.0"),
                        entry("distance_hours", "6.0"),
                        entry("threshold_hours", "4.0"),
                        entry("logins", "30"),
                        entry("ip", "84.208.20.10"),
                        entry("country", "NO"));
        assertThat(signal.evidence()).containsExactly(new Evidence("1", "login at an unusual hour", after(6)));
        assertThat(Told.of(signal).summary())
                .isEqualTo("Usual time: around 12:00 UTC, deviation 0.0 h over 30 logins. This login: 18:00 UTC,"
                        + " 6.0 h away. Threshold: 4.0 h.");
        assertThat(Told.detector(ID).recommend(INFO)).isEqualTo(Action.REVIEW);
    }

    private static TestAccount alwaysAt(Instant time) {
        TestAccount account = TestAccount.fresh();
        history(30, time, time).forEach(account::sees);
        return account;
    }

    /** Once a day up to the day before, at two times of the day by turns. */
    private static List<Login> history(int logins, Instant oneTime, Instant otherTime) {
        List<Login> history = new ArrayList<>();
        for (int day = logins; day > 0; day--) {
            Instant time = day % 2 == 0 ? oneTime : otherTime;
            history.add(login("home-" + day, time.minus(Duration.ofDays(day))).build());
        }
        return history;
    }

    private static LoginBuilder at(int hour) {
        return login("1", after(hour - 12));
    }

    private static Instant after(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    private static LoginBuilder stranger(Instant at) {
        return login("1", at).device("stranger");
    }
}
