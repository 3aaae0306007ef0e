package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.detection.Stranger.DAY;
import static dev.tocsin.detection.Stranger.HOUR;
import static dev.tocsin.detection.Stranger.did;
import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Login;
import dev.tocsin.account.Network;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One step above the alert about the place; what an owner does on an own device is the answer to that alert. */
class NewLocationThenSensitiveTest {
    private static final String ID = "new-location-then-sensitive";

    /** MEDIUM: a country never seen, on the laptop. */
    private static final Login ABROAD = login("a", NOW).from(Place.BERLIN).build();

    /** HIGH: nothing of it was ever seen. */
    private static final Login THIEF =
            login("a", NOW).from(Place.BERLIN).device("stranger").build();

    /** LOW: a country never seen, through a network that wanders. */
    private static final Login VPN =
            login("v", NOW.plusMillis(1)).from(Place.LAGOS).network(Network.VPN).build();

    static List<Story> tiers() {
        return List.of(
                when("at once", ABROAD, email(0)).fires(HIGH),
                when("just below 24 h", ABROAD, email(DAY - 1)).fires(HIGH),
                when("24 h", ABROAD, email(DAY)).fires(HIGH),
                when("just above 24 h", ABROAD, email(DAY + 1)).isQuiet(),
                when("after a LOW alert", VPN, email(HOUR)).fires(MEDIUM),
                when("after a HIGH alert", THIEF, email(HOUR)).fires(CRITICAL),
                when("after a HIGH alert and a LOW one", THIEF, VPN, email(HOUR))
                        .fires(CRITICAL),
                when("after a LOW alert and a HIGH one", VPN, later(THIEF), email(HOUR))
                        .fires(CRITICAL));
    }

    static List<Story> quiet() {
        return List.of(
                when("login from home", login("a", NOW).build(), email(HOUR)).isQuiet(),
                when("login failed", login("a", NOW).from(Place.BERLIN).failed().build(), email(HOUR))
                        .isQuiet(),
                when("change before the login", later(ABROAD), email(0)).isQuiet());
    }

    static List<Story> owners() {
        return List.of(
                when("new password on the laptop", ABROAD, own(ChangeType.PASSWORD_CHANGED))
                        .isQuiet(),
                when("factor on the laptop", THIEF, own(ChangeType.MFA_ENROLLED))
                        .isQuiet(),
                when(
                                "a thief with MFA, and on the next day from elsewhere",
                                known(THIEF),
                                elsewhere(THIEF),
                                email(HOUR))
                        .fires(HIGH),
                when("money moved on the laptop", ABROAD, own(ChangeType.PAYOUT_CHANGED))
                        .fires(MEDIUM),
                when("money moved on the laptop after a HIGH alert", THIEF, own(ChangeType.PAYOUT_CHANGED))
                        .fires(HIGH));
    }

    static List<Story> ends() {
        return Arrays.stream(ChangeType.values())
                .map(type -> type.isSensitive()
                        ? when("then " + type, ABROAD, did("b", type, HOUR)).fires(HIGH)
                        : when("then " + type, ABROAD, did("b", type, HOUR)).isQuiet())
                .toList();
    }

    @ParameterizedTest
    @MethodSource({"tiers", "quiet", "owners", "ends"})
    void severity_is_one_above_the_alert_about_the_place(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void account_whose_habits_are_being_learned_has_no_strange_places() {
        when("on its second day", login("0", NOW.minus(Duration.ofDays(1))).build(), THIEF, email(HOUR))
                .isQuiet()
                .happensTo(TestAccount.fresh(), ID);
    }

    @Test
    void alert_is_told_by_the_login_and_locks_the_account() {
        TestAccount account = TestAccount.settledInOslo().sees(THIEF, email(HOUR));
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.evidence()).extracting(Evidence::eventId).containsExactly("a", "b");
        assertThat(signal.facts()).doesNotContainKeys("first_by", "open_alert").containsEntry("incident", "a");
        assertThat(signal.holdUntil()).isEqualTo(NOW.plusMillis(HOUR).plus(Duration.ofDays(3)));
        assertThat(Told.detector(ID).recommend(CRITICAL)).isEqualTo(Action.LOCK_ACCOUNT);
    }

    private static AccountChange email(long at) {
        return did("b", ChangeType.EMAIL_CHANGED, at);
    }

    private static AccountChange own(ChangeType type) {
        return change("b", type, NOW.plusMillis(HOUR)).build();
    }

    private static Login later(Login login) {
        return new Login(
                "z",
                login.accountId(),
                login.segment(),
                NOW.plusMillis(2),
                login.outcome(),
                login.failureReason(),
                login.authMethod(),
                login.mfa(),
                login.source());
    }

    /** MFA makes its device and country known, the day before. */
    private static Login known(Login login) {
        return login("day-before", login.occurredAt().minus(Duration.ofHours(13)))
                .from(Place.BERLIN)
                .device("stranger")
                .mfaPassed()
                .build();
    }

    private static Login elsewhere(Login login) {
        return login("elsewhere", login.occurredAt())
                .from(Place.LAGOS)
                .device("stranger")
                .build();
    }
}
