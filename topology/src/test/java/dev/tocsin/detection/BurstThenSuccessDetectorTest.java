package dev.tocsin.detection;

import static dev.tocsin.detection.Runs.logins;
import static dev.tocsin.detection.Runs.then;
import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Severity.INFO;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Initiator;
import dev.tocsin.account.Login;
import dev.tocsin.account.Login.AuthMethod;
import dev.tocsin.account.Login.Outcome;
import dev.tocsin.alerting.Alert;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BurstThenSuccessDetectorTest {
    private static final String ID = "burst-then-success";

    static List<Story> owners() {
        return List.of(
                when("mistypes on the laptop", success(fail(5, Who.OWNER), Who.OWNER))
                        .fires(LOW),
                when("mistypes on the laptop abroad", success(fail(5, Who.OWNER_ABROAD), Who.OWNER_ABROAD))
                        .fires(LOW),
                when("logs in while a stranger guesses", success(fail(5, Who.THIEF), Who.OWNER))
                        .fires(LOW),
                when(
                                "mistypes once while a stranger guesses",
                                success(then(fail(5, Who.THIEF), failed(Who.OWNER)), Who.OWNER))
                        .fires(LOW),
                when(
                                "mistypes at home, no device told",
                                success(fail(5, Who.OWNER_WITHOUT_DEVICE), Who.OWNER_WITHOUT_DEVICE))
                        .fires(MEDIUM),
                when(
                                "logs in at home, no device told, while a stranger guesses",
                                success(fail(5, Who.THIEF_WITHOUT_DEVICE), Who.OWNER_WITHOUT_DEVICE))
                        .fires(LOW));
    }

    static List<Story> thieves() {
        return List.of(
                when("guesses from abroad", success(fail(5, Who.THIEF), Who.THIEF))
                        .fires(CRITICAL),
                when(
                                "guesses from abroad, no device told",
                                success(fail(5, Who.THIEF_WITHOUT_DEVICE), Who.THIEF_WITHOUT_DEVICE))
                        .fires(CRITICAL),
                when("guesses in the owner's country", success(fail(5, Who.THIEF_NEARBY), Who.THIEF_NEARBY))
                        .fires(HIGH),
                when("guesses from nowhere", success(fail(5, Who.THIEF_FROM_NOWHERE), Who.THIEF_FROM_NOWHERE))
                        .fires(HIGH),
                when("guesses here and comes in there", success(fail(5, Who.THIEF_NEARBY), Who.OTHER_THIEF))
                        .fires(CRITICAL),
                when(
                                "guesses abroad and comes in nearby, with one device",
                                success(fail(5, Who.THIEF), Who.THIEF_NEARBY))
                        .fires(HIGH),
                when("hides among the owner's typos", success(then(fail(4, Who.OWNER), failed(Who.THIEF)), Who.THIEF))
                        .fires(CRITICAL),
                when("says nothing of itself", success(fail(5, Who.NOBODY), Who.NOBODY))
                        .fires(CRITICAL));
    }

    @ParameterizedTest
    @MethodSource({"owners", "thieves"})
    void severity_says_who_it_may_have_been(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> resets() {
        return List.of(
                when("by the owner", reset(ChangeType.PASSWORD_RESET, Initiator.OWNER, 60, Who.THIEF))
                        .fires(HIGH),
                when("by the owner at home", reset(ChangeType.PASSWORD_RESET, Initiator.OWNER, 60, Who.OWNER))
                        .fires(INFO),
                when("by support", reset(ChangeType.PASSWORD_RESET, Initiator.SUPPORT, 60, Who.THIEF))
                        .fires(CRITICAL),
                when("only asked for", reset(ChangeType.PASSWORD_RESET_REQUESTED, Initiator.OWNER, 60, Who.THIEF))
                        .fires(CRITICAL),
                when("at the last failure", reset(ChangeType.PASSWORD_RESET, Initiator.OWNER, 4, Who.THIEF))
                        .fires(HIGH),
                when("before the last failure", reset(ChangeType.PASSWORD_RESET, Initiator.OWNER, 3, Who.THIEF))
                        .fires(CRITICAL));
    }

    @ParameterizedTest
    @MethodSource("resets")
    void reset_in_between_by_the_owner_weighs_one_step_less(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> quiet() {
        return List.of(
                when("no failure", List.of(Who.THIEF.apply(login("in", NOW)).build()))
                        .isQuiet(),
                when("a sixth failure", fail(6, Who.THIEF)).isQuiet(),
                when(
                                "a second factor asked for",
                                success(fail(5, Who.THIEF), login -> login.outcome(Outcome.MFA_REQUIRED)))
                        .isQuiet(),
                when("an app wakes up", success(fail(5, Who.THIEF), login -> login.method(AuthMethod.SESSION_RESUME)))
                        .isQuiet(),
                when("an app wakes up anywhere", success(fail(5, Who.THIEF), login -> Who.THIEF_NEARBY
                                .apply(login)
                                .method(AuthMethod.SESSION_RESUME)))
                        .isQuiet(),
                when(
                                "five sessions that did not resume",
                                success(
                                        fail(5, login -> Who.THIEF.apply(login).method(AuthMethod.SESSION_RESUME)),
                                        Who.THIEF))
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void what_is_no_success_after_failures_stays_silent(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void alert_says_how_the_guessing_ended() {
        TestAccount account = TestAccount.settledInOslo();
        reset(ChangeType.PASSWORD_RESET, Initiator.OWNER, 60, Who.THIEF).forEach(account::sees);
        Alert alert = Told.last(account, ID);

        assertThat(alert.signal().facts())
                .containsExactly(
                        entry("failures", "5"),
                        entry("window", "10 min"),
                        entry("since_last", "1 min"),
                        entry("threshold", "5"),
                        entry("success", "where failures came from, in a country not known"),
                        entry("reset", "by the owner, in between"),
                        entry("network", "RESIDENTIAL"),
                        entry("ip", "105.112.4.7"),
                        entry("country", "NG"));
        assertThat(alert.signal().evidence())
                .containsExactly(
                        new Evidence("f-04", "last failed attempt", NOW.plusSeconds(4)),
                        new Evidence("in", "login after the failures", NOW.plusSeconds(64)));
        assertThat(Told.of(account, ID).summary())
                .isEqualTo("5 failed logins within 10 min, and 1 min after the last a success from where failures came"
                        + " from, in a country not known; password reset in between. Threshold: 5 failures.");
    }

    @Test
    void account_is_locked_only_when_it_is_critical() {
        assertThat(Told.detector(ID).recommend(CRITICAL)).isEqualTo(Action.LOCK_ACCOUNT);
        assertThat(Told.detector(ID).recommend(MEDIUM)).isEqualTo(Action.STEP_UP);
        assertThat(Told.detector(ID).recommend(LOW)).isEqualTo(Action.REVIEW);
    }

    private static List<Login> fail(int count, UnaryOperator<LoginBuilder> from) {
        return logins("f", count, NOW, login -> from.apply(login).failed());
    }

    private static Login failed(UnaryOperator<LoginBuilder> from) {
        return from.apply(login("more", NOW.plusSeconds(5))).failed().build();
    }

    private static List<AccountEvent> success(List<? extends AccountEvent> failures, UnaryOperator<LoginBuilder> from) {
        return then(failures, from.apply(login("in", NOW.plusSeconds(64))).build());
    }

    private static List<AccountEvent> reset(
            ChangeType type, Initiator who, int second, UnaryOperator<LoginBuilder> from) {
        AccountChange change =
                change("reset", type, NOW.plusSeconds(second)).by(who).build();
        List<AccountEvent> events = new ArrayList<>(then(fail(5, Who.THIEF), change));
        events.sort(AccountEvent.TIMELINE_ORDER);
        return success(events, from);
    }
}
