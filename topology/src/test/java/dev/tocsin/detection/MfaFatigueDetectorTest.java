package dev.tocsin.detection;

import static dev.tocsin.detection.Runs.logins;
import static dev.tocsin.detection.Runs.then;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.Login;
import dev.tocsin.account.Login.FailureReason;
import dev.tocsin.account.Login.Outcome;
import dev.tocsin.account.Mfa;
import dev.tocsin.alerting.Alert;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MfaFatigueDetectorTest {
    private static final String ID = "mfa-fatigue";

    static List<Story> refusals() {
        return List.of(
                when("four", denied(4, Who.THIEF)).isQuiet(),
                when("five", denied(5, Who.THIEF)).fires(MEDIUM),
                when("five on the owner's laptop", denied(5, Who.OWNER)).fires(MEDIUM),
                when("five of which nothing is told", denied(5, Who.NOBODY)).fires(MEDIUM),
                when("the sixth", denied(6, Who.THIEF)).isCoolingDown());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void fifth_refusal_within_ten_minutes_fires(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> quiet() {
        return List.of(
                when(
                                "asked for and not answered yet",
                                logins("r", 9, NOW, login -> login.outcome(Outcome.MFA_REQUIRED)))
                        .isQuiet(),
                when("codes mistyped", logins("f", 9, NOW, login -> login.failed()
                                .reason(FailureReason.MFA_FAILED)
                                .mfa(Mfa.FAILED)))
                        .isQuiet(),
                when("accepted", logins("s", 9, NOW, LoginBuilder::mfaPassed)).isQuiet(),
                when(
                                "a success after four",
                                then(
                                        denied(4, Who.THIEF),
                                        login("x", NOW.plusSeconds(5)).build()))
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void what_is_no_refusal_stays_silent(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> edges() {
        Instant tenMinutes = NOW.plus(Duration.ofMinutes(10));
        Instant alerted = NOW.plusSeconds(4);
        return List.of(
                when("first just inside the window", then(denied(4, Who.THIEF), denied("x", tenMinutes.minusMillis(1))))
                        .fires(MEDIUM),
                when("first just outside the window", then(denied(4, Who.THIEF), denied("x", tenMinutes)))
                        .isQuiet(),
                when("just below an hour after the alert", again(alerted.plusMillis(3_599_999)))
                        .isCoolingDown(),
                when("an hour after the alert", again(alerted.plusMillis(3_600_000)))
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
    void refusal_that_arrives_out_of_order_moves_the_alert_to_the_fifth() {
        List<Alert> alerts = Runs.alerts(ID, then(denied(5, Who.THIEF), denied("early", NOW.plusMillis(500))));

        assertThat(alerts).singleElement().satisfies(alert -> assertThat(
                        alert.signal().evidence())
                .extracting(Evidence::eventId)
                .containsExactly("d-03"));
    }

    @Test
    void alert_says_what_was_counted() {
        TestAccount account = TestAccount.settledInOslo();
        denied(5, Who.THIEF).forEach(account::sees);
        Alert alert = Told.last(account, ID);

        assertThat(alert.signal().facts())
                .containsExactly(
                        entry("denials", "5"),
                        entry("window", "10 min"),
                        entry("threshold", "5"),
                        entry("device", "new device"),
                        entry("network", "RESIDENTIAL"),
                        entry("ip", "105.112.4.7"),
                        entry("country", "NG"));
        assertThat(alert.signal().evidence())
                .containsExactly(new Evidence("d-04", "the refusal that reached the threshold", NOW.plusSeconds(4)));
        assertThat(Told.of(account, ID).summary())
                .isEqualTo("5 second factors refused or timed out in 10 min, the last for a login on a new device,"
                        + " network RESIDENTIAL. Threshold: 5.");
        assertThat(Told.detector(ID).recommend(MEDIUM)).isEqualTo(Action.STEP_UP);
    }

    @Test
    void known_device_makes_it_less_sure_but_not_less_severe() {
        TestAccount account = TestAccount.settledInOslo();
        denied(5, Who.OWNER).forEach(account::sees);

        assertThat(Told.last(account, ID).signal().confidence()).isEqualTo(40);
        assertThat(Told.last(account, ID).signal().facts()).containsEntry("device", "known device");
    }

    private static List<Login> denied(int count, Who who) {
        return logins("d", count, NOW, login -> who.apply(login)
                .outcome(Outcome.MFA_DENIED)
                .mfa(Mfa.FAILED));
    }

    private static Login denied(String id, Instant at) {
        return Who.THIEF.apply(login(id, at)).outcome(Outcome.MFA_DENIED).build();
    }

    /** Five, and five of one moment. */
    private static List<AccountEvent> again(Instant second) {
        List<AccountEvent> all = new ArrayList<>(denied(5, Who.THIEF));
        for (int i = 0; i < 5; i++) {
            all.add(denied("g" + i, second));
        }
        return all;
    }

    private static List<AccountEvent> late(Duration by) {
        return List.of(login("home", NOW).build(), denied("x", NOW.minus(by)));
    }
}
