package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tocsin.account.Login.AuthMethod;
import dev.tocsin.account.Login.Outcome;
import dev.tocsin.account.Network;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The login that ends a silence; what is changed after it has a test of its own, {@link DormantThenChangeTest}. */
class DormantAwakeningDetectorTest {
    static final String ID = "dormant-awakening";

    /** The last login from home. */
    static final Instant LAST = NOW.minus(Duration.ofDays(3));

    static List<Story> weights() {
        return List.of(
                when("known device at home", back(91).build()).fires(MEDIUM),
                when("device missing", back(91).device(null).build()).fires(MEDIUM),
                when("everything missing", back(91).sourceless().build()).fires(MEDIUM),
                when("another city", back(91).from(Place.BERGEN).build()).fires(MEDIUM),
                when("data centre at home", back(91).network(Network.HOSTING).build())
                        .fires(HIGH),
                when("at home through a VPN", back(91).network(Network.VPN).build())
                        .fires(LOW),
                when("new device", back(91).device("stranger").build()).fires(HIGH),
                when("new country", back(91).from(Place.LAGOS).build()).fires(HIGH),
                when(
                                "new country, device missing",
                                back(91).from(Place.LAGOS).device(null).build())
                        .fires(HIGH),
                when(
                                "new country with MFA",
                                back(91).from(Place.LAGOS).mfaPassed().build())
                        .fires(MEDIUM),
                when("learning begins anew", back(181).build()).fires(MEDIUM),
                when(
                                "half a year and a new device",
                                back(181).device("stranger").build())
                        .fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource("weights")
    void login_after_a_long_silence_fires(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> edges() {
        Instant ninetieth = LAST.plus(Duration.ofDays(90));
        return List.of(
                when("just below 90 d", login("1", ninetieth.minusMillis(1)).build())
                        .isQuiet(),
                when("at 90 d", login("1", ninetieth).build()).fires(MEDIUM),
                when(
                                "next login",
                                back(90).build(),
                                login("2", ninetieth.plusSeconds(60))
                                        .device("stranger")
                                        .build())
                        .isQuiet(),
                when(
                                "next silence",
                                back(90).build(),
                                login("2", LAST.plus(Duration.ofDays(180))).build())
                        .fires(MEDIUM));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void threshold_is_met_exactly(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> silences() {
        return List.of(
                when("failure after it", back(91).failed().build()).isQuiet(),
                when(
                                "factor missing after it",
                                back(91).outcome(Outcome.MFA_REQUIRED).build())
                        .isQuiet(),
                when(
                                "failures do not break it",
                                login("0", LAST.plus(Duration.ofDays(50)))
                                        .failed()
                                        .build(),
                                back(91).build())
                        .fires(MEDIUM),
                when(
                                "an app that wakes up breaks it",
                                login("0", LAST.plus(Duration.ofDays(50)))
                                        .method(AuthMethod.SESSION_RESUME)
                                        .build(),
                                back(91).build())
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("silences")
    void silence_is_without_successes(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void first_login_of_an_account_ends_no_silence() {
        when("first login", login("1", NOW).build()).isQuiet().happensTo(TestAccount.fresh(), ID);
    }

    @Test
    void account_that_is_still_learning_is_told_of_as_well() {
        when("second login ever", login("0", LAST).build(), back(90).build())
                .fires(MEDIUM)
                .happensTo(TestAccount.fresh(), ID);
    }

    @Test
    void first_device_of_an_account_that_never_told_one_is_not_new() {
        when("first device", back(91).build())
                .fires(MEDIUM)
                .happensTo(TestAccount.settledLike(home -> home.device(null)), ID);
    }

    @Test
    void login_that_comes_late_ended_no_silence_that_is_known_of() {
        TestAccount account = TestAccount.settledInOslo().sees(back(200).build());

        when("in the midst of it", login("late", LAST.plus(Duration.ofDays(95))).build())
                .isQuiet()
                .happensTo(account, ID);
    }

    @Test
    void alert_tells_how_long_it_was_silent_and_what_is_new() {
        TestAccount account = TestAccount.settledInOslo()
                .sees(back(100).from(Place.LAGOS).device("stranger").build());
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.facts())
                .containsExactly(
                        entry("silent_days", "100"),
                        entry("threshold", "90 d"),
                        entry("device", "never seen"),
                        entry("country_seen", "never"),
                        entry("mfa", "NOT_USED"),
                        entry("network", "RESIDENTIAL"),
                        entry("ip", "105.112.4.7"),
                        entry("country", "NG"));
        assertThat(signal.evidence())
                .containsExactly(
                        new Evidence("1", "first login after a long silence", LAST.plus(Duration.ofDays(100))));
        assertThat(Told.of(signal).summary())
                .isEqualTo("Silent for 100 d. Now: a login on a device never seen, in a country seen never,"
                        + " network RESIDENTIAL. Threshold: 90 d.");
        assertThat(Told.detector(ID).recommend(HIGH)).isEqualTo(Action.STEP_UP);
        assertThat(Told.detector(ID).recommend(MEDIUM)).isEqualTo(Action.NOTIFY_OWNER);
    }

    static LoginBuilder back(int days) {
        return login("1", LAST.plus(Duration.ofDays(days)));
    }
}
