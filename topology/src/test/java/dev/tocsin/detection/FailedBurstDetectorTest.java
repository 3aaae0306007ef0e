package dev.tocsin.detection;

import static dev.tocsin.detection.Runs.logins;
import static dev.tocsin.detection.Runs.then;
import static dev.tocsin.detection.Severity.INFO;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Login;
import dev.tocsin.account.Login.AuthMethod;
import dev.tocsin.account.Login.FailureReason;
import dev.tocsin.account.Login.Outcome;
import dev.tocsin.alerting.Alert;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailedBurstDetectorTest {
    private static final String ID = "failed-burst";

    static List<Story> bursts() {
        return List.of(
                when("nine", strangers(9)).isQuiet(),
                when("ten", strangers(10)).fires(LOW),
                when("the eleventh", strangers(11)).isCoolingDown(),
                when("ten for any reason", logins("f", 10, NOW, login -> stranger(login)
                                .reason(FailureReason.LOCKED)))
                        .fires(LOW),
                when("ten from the owner's laptop", logins("f", 10, NOW, LoginBuilder::failed))
                        .fires(INFO),
                when("ten from the owner's laptop abroad", logins("f", 10, NOW, login -> login.failed()
                                .from(Place.LAGOS)))
                        .fires(INFO),
                when("one of ten from the owner's laptop", then(strangers(9), failed(9)))
                        .fires(LOW),
                when("ten from no device", logins("f", 10, NOW, login -> login.failed()
                                .device(null)))
                        .fires(LOW),
                when("ten from nowhere", logins("f", 10, NOW, login -> login.failed()
                                .sourceless()))
                        .fires(LOW));
    }

    @ParameterizedTest
    @MethodSource("bursts")
    void tenth_failure_within_ten_minutes_fires(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> spread() {
        return List.of(
                when("two networks of one country", from("84.208.20.10", "84.209.20.10"))
                        .fires(LOW),
                when("three networks of one country", from("84.208.20.10", "84.209.20.10", "84.210.20.10"))
                        .fires(MEDIUM),
                when("three addresses of one /24", from("84.208.20.1", "84.208.20.2", "84.208.20.3"))
                        .fires(LOW),
                when("three addresses of one /64", from("2001:db8::1", "2001:db8::2", "2001:db8::3"))
                        .fires(LOW),
                when("three /64", from("2001:db8:0:1::1", "2001:db8:0:2::1", "2001:db8:0:3::1"))
                        .fires(MEDIUM),
                when(
                                "two countries, one of them told by the last",
                                then(strangers(9), at(9).from(Place.LAGOS).build()))
                        .fires(MEDIUM),
                when(
                                "one country, and one not told",
                                then(strangers(9), at(9).nowhere().build()))
                        .fires(LOW));
    }

    @ParameterizedTest
    @MethodSource("spread")
    void three_networks_or_two_countries_weigh_more(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> quiet() {
        return List.of(
                when("successes", logins("s", 30, NOW, login -> login)).isQuiet(),
                when(
                                "a success after nine",
                                then(
                                        strangers(9),
                                        login("x", NOW.plusSeconds(9)).build()))
                        .isQuiet(),
                when("second factors refused", logins("d", 30, NOW, login -> login.outcome(Outcome.MFA_DENIED)))
                        .isQuiet(),
                when("second factors asked for", logins("r", 30, NOW, login -> login.outcome(Outcome.MFA_REQUIRED)))
                        .isQuiet(),
                when("outcomes not told", logins("u", 30, NOW, login -> login.outcome(Outcome.UNKNOWN)))
                        .isQuiet(),
                when("sessions that do not resume", logins("r", 30, NOW, login -> login.failed()
                                .method(AuthMethod.SESSION_RESUME)))
                        .isQuiet(),
                when(
                                "a session that does not resume after ten",
                                then(
                                        strangers(10),
                                        at(10).method(AuthMethod.SESSION_RESUME).build()))
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void what_is_no_failed_attempt_stays_silent(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    /** The tenth failure is ten minutes after the first, less or more a millisecond. */
    static List<Story> edges() {
        Instant tenMinutes = NOW.plus(Duration.ofMinutes(10));
        Instant alerted = NOW.plusSeconds(9);
        return List.of(
                when("first just inside the window", then(strangers(9), at(tenMinutes.minusMillis(1))))
                        .fires(LOW),
                when("first just outside the window", then(strangers(9), at(tenMinutes)))
                        .isQuiet(),
                when("an hour after the alert, less a millisecond", again(alerted.plusMillis(3_599_999)))
                        .isCoolingDown(),
                when("an hour after the alert", again(alerted.plusMillis(3_600_000)))
                        .fires(LOW),
                when(
                                "more severe at once",
                                then(strangers(10), at(10).from(Place.LAGOS).build()))
                        .fires(MEDIUM),
                when("just inside the grace", late(Duration.ofHours(1))).isQuiet(),
                when("later than the grace", late(Duration.ofHours(1).plusMillis(1)))
                        .isNotEvaluable("late"));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void edges_are_met_to_the_millisecond(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void failure_that_arrives_out_of_order_moves_the_alert_to_the_tenth() {
        Login early = stranger(login("early", NOW.plusMillis(4_500))).build();

        List<Alert> alerts = Runs.alerts(ID, then(strangers(10), early));

        assertThat(alerts).singleElement().satisfies(alert -> assertThat(
                        alert.signal().evidence())
                .extracting(Evidence::eventId)
                .containsExactly("f-08"));
    }

    @Test
    void alert_says_what_was_counted() {
        TestAccount account = TestAccount.settledInOslo();
        strangers(10).forEach(account::sees);
        Alert alert = Told.last(account, ID);

        assertThat(alert.signal().facts())
                .containsExactly(
                        entry("failures", "10"),
                        entry("window", "10 min"),
                        entry("threshold", "10"),
                        entry("addresses", "1"),
                        entry("countries", "1"),
                        entry("device", "unknown or several devices"),
                        entry("reason", "BAD_CREDENTIALS"),
                        entry("ip", "84.208.20.10"),
                        entry("country", "NO"));
        assertThat(alert.signal().evidence())
                .containsExactly(new Evidence("f-09", "the failure that reached the threshold", NOW.plusSeconds(9)));
        assertThat(Told.of(account, ID).summary())
                .isEqualTo("10 failed logins in 10 min, from 1 networks in 1 countries, unknown or several devices;"
                        + " the last for BAD_CREDENTIALS. Threshold: 10.");
        assertThat(Told.detector(ID).recommend(LOW)).isEqualTo(Action.REVIEW);
        assertThat(Told.detector(ID).recommend(MEDIUM)).isEqualTo(Action.STEP_UP);
    }

    @Test
    void count_says_where_it_ends() {
        TestAccount account = TestAccount.settledInOslo();
        strangers(19).forEach(account::sees);
        account.sees(at(19).from(Place.LAGOS).build());

        assertThat(Told.last(account, ID).signal().facts()).containsEntry("failures", "at least 20");
    }

    @Test
    void changes_are_not_shown_to_it() {
        TestAccount account = TestAccount.settledInOslo();
        Runs.changes("c", 12, ChangeType.EMAIL_CHANGED, NOW, change -> change).forEach(account::sees);

        assertThat(account.last().evaluations().all())
                .noneMatch(evaluation -> evaluation.detector().equals(ID));
    }

    private static LoginBuilder stranger(LoginBuilder login) {
        return login.failed().device("stranger");
    }

    private static List<Login> strangers(int count) {
        return logins("f", count, NOW, FailedBurstDetectorTest::stranger);
    }

    private static LoginBuilder at(int second) {
        return stranger(login("x", NOW.plusSeconds(second)));
    }

    private static Login at(Instant at) {
        return stranger(login("x", at)).build();
    }

    private static Login failed(int second) {
        return login("x", NOW.plusSeconds(second)).failed().build();
    }

    /** Ten, from one address after another. */
    private static List<Login> from(String... addresses) {
        List<Login> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String ip = addresses[i % addresses.length];
            all.add(stranger(login("a" + i, NOW.plusSeconds(i))).ip(ip).build());
        }
        return all;
    }

    /** Ten, and ten of one moment. */
    private static List<Login> again(Instant second) {
        List<Login> all = new ArrayList<>(strangers(10));
        for (int i = 0; i < 10; i++) {
            all.add(stranger(login("g" + i, second)).build());
        }
        return all;
    }

    private static List<Login> late(Duration by) {
        return List.of(login("home", NOW).build(), at(NOW.minus(by)));
    }
}
