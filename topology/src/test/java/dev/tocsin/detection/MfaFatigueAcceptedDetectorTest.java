package dev.tocsin.detection;

import static dev.tocsin.detection.Runs.logins;
import static dev.tocsin.detection.Runs.then;
import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.Login;
import dev.tocsin.account.Login.AuthMethod;
import dev.tocsin.account.Login.Outcome;
import dev.tocsin.account.Mfa;
import dev.tocsin.alerting.Alert;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MfaFatigueAcceptedDetectorTest {
    private static final String ID = "mfa-fatigue-accepted";

    static List<Story> accepted() {
        return List.of(
                when("by a stranger", accepted(5, Who.THIEF, 64_000)).fires(CRITICAL),
                when("on the owner's laptop", accepted(5, Who.OWNER, 64_000)).fires(HIGH),
                when("on the owner's laptop abroad", accepted(5, Who.OWNER_ABROAD, 64_000))
                        .fires(HIGH),
                when("at home, no device told", accepted(5, Who.OWNER_WITHOUT_DEVICE, 64_000))
                        .fires(CRITICAL),
                when("from nowhere", accepted(5, Who.NOBODY, 64_000)).fires(CRITICAL));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void known_device_weighs_one_step_less(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> quiet() {
        return List.of(
                when(
                                "a success without the factor",
                                then(denied(5), in(64_000).mfa(Mfa.NOT_USED).build()))
                        .isQuiet(),
                when(
                                "the factor passed, the login failed",
                                then(
                                        denied(5),
                                        in(64_000).outcome(Outcome.FAILED).build()))
                        .isQuiet(),
                when(
                                "an app that passed the factor long ago wakes up",
                                then(
                                        denied(5),
                                        in(64_000)
                                                .method(AuthMethod.SESSION_RESUME)
                                                .build()))
                        .isQuiet(),
                when("a sixth refusal", denied(6)).isQuiet(),
                when(
                                "failures instead of refusals",
                                then(
                                        logins("f", 9, NOW, LoginBuilder::failed),
                                        in(64_000).build()))
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void what_is_not_accepted_after_refusals_stays_silent(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> edges() {
        return List.of(
                when("four refusals", accepted(4, Who.THIEF, 64_000)).isQuiet(),
                when(
                                "run just inside ten minutes",
                                then(denied(4), refusal(599_999), in(700_000).build()))
                        .fires(CRITICAL),
                when(
                                "run of ten minutes",
                                then(denied(4), refusal(600_000), in(700_000).build()))
                        .isQuiet(),
                when("thirty minutes after the last", accepted(5, Who.THIEF, 1_804_000))
                        .fires(CRITICAL),
                when("a millisecond later", accepted(5, Who.THIEF, 1_804_001)).isQuiet(),
                when("just below an hour after the alert", twice(64_000 + 3_599_999))
                        .isCoolingDown(),
                when("an hour after the alert", twice(64_000 + 3_600_000)).fires(CRITICAL),
                when(
                                "the owner first and a stranger at once",
                                then(accepted(5, Who.OWNER, 64_000), in(65_000).build()))
                        .fires(CRITICAL),
                when(
                                "just inside the grace",
                                List.of(in(0).build(), in(-3_600_000).build()))
                        .isQuiet(),
                when(
                                "later than the grace",
                                List.of(in(0).build(), in(-3_600_001).build()))
                        .isNotEvaluable("late"));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void edges_are_met_to_the_millisecond(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void refusal_that_arrives_after_the_login_completes_the_burst() {
        List<AccountEvent> four = accepted(4, Who.THIEF, 64_000);

        assertThat(Runs.alerts(ID, four)).isEmpty();
        assertThat(Runs.alerts(ID, then(four, refusal(5_000)))).singleElement().satisfies(alert -> assertThat(
                        alert.signal().evidence())
                .extracting(Evidence::eventId)
                .containsExactly("more5000", "in64000"));
    }

    @Test
    void alert_says_how_the_bombing_ended() {
        TestAccount account = TestAccount.settledInOslo();
        accepted(5, Who.THIEF, 64_000).forEach(account::sees);
        Alert alert = Told.last(account, ID);

        assertThat(alert.signal().facts())
                .containsExactly(
                        entry("denials", "5"),
                        entry("window", "10 min"),
                        entry("since_last", "1 min"),
                        entry("threshold", "5"),
                        entry("device", "new device"),
                        entry("network", "RESIDENTIAL"),
                        entry("ip", "105.112.4.7"),
                        entry("country", "NG"));
        assertThat(alert.signal().evidence())
                .containsExactly(
                        new Evidence("d-04", "last refusal", NOW.plusSeconds(4)),
                        new Evidence("in64000", "login with the second factor accepted", NOW.plusSeconds(64)));
        assertThat(Told.of(account, ID).summary())
                .isEqualTo("5 second factors refused within 10 min, and 1 min after the last one accepted,"
                        + " on a new device, network RESIDENTIAL. Threshold: 5 refusals.");
        assertThat(Told.detector(ID).recommend(CRITICAL)).isEqualTo(Action.LOCK_ACCOUNT);
        assertThat(Told.detector(ID).recommend(HIGH)).isEqualTo(Action.STEP_UP);
    }

    private static List<Login> denied(int count) {
        return logins("d", count, NOW, login -> Who.THIEF.apply(login).outcome(Outcome.MFA_DENIED));
    }

    private static Login refusal(long millis) {
        return Who.THIEF
                .apply(login("more" + millis, NOW.plusMillis(millis)))
                .outcome(Outcome.MFA_DENIED)
                .build();
    }

    private static LoginBuilder in(long millis) {
        return Who.THIEF.apply(login("in" + millis, NOW.plusMillis(millis))).mfaPassed();
    }

    private static List<AccountEvent> accepted(int denials, Who who, long millis) {
        return then(denied(denials), who.apply(in(millis)).build());
    }

    /** A burst with its success, and another of one moment. */
    private static List<AccountEvent> twice(long millis) {
        List<AccountEvent> all = new ArrayList<>(accepted(5, Who.THIEF, 64_000));
        logins("g", 5, NOW.plusMillis(millis - 4_000), login -> login.outcome(Outcome.MFA_DENIED))
                .forEach(all::add);
        all.add(in(millis).device("third").build());
        return all;
    }
}
