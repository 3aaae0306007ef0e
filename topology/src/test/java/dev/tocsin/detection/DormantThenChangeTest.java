package dev.tocsin.detection;

import static dev.tocsin.detection.DormantAwakeningDetectorTest.ID;
import static dev.tocsin.detection.DormantAwakeningDetectorTest.LAST;
import static dev.tocsin.detection.DormantAwakeningDetectorTest.back;
import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Login;
import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A sensitive change within a day of the login that ended a silence makes it HIGH. */
class DormantThenChangeTest {
    private static final Login BACK = back(90).build();
    private static final Instant THEN = BACK.occurredAt();

    @ParameterizedTest
    @EnumSource(
            names = {
                "PASSWORD_RESET",
                "PASSWORD_CHANGED",
                "EMAIL_CHANGED",
                "PHONE_CHANGED",
                "RECOVERY_CHANGED",
                "MFA_ENROLLED",
                "MFA_DISABLED",
                "API_KEY_CREATED"
            })
    void sensitive_change_makes_it_worse(ChangeType type) {
        when(type.name(), BACK, after(Duration.ofHours(1), type).build())
                .fires(HIGH)
                .happensTo(TestAccount.settledInOslo(), ID);
    }

    /** Payout changes are a sequence of their own. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "PASSWORD_RESET_REQUESTED",
                "RECOVERY_USED",
                "PAYOUT_CHANGED",
                "PAYOUT_REQUESTED",
                "NOTIFICATIONS_CHANGED",
                "SESSIONS_REVOKED",
                "ACCOUNT_CLOSED",
                "UNKNOWN"
            })
    void other_changes_say_nothing(ChangeType type) {
        when(type.name(), BACK, after(Duration.ofHours(1), type).build())
                .isQuiet()
                .happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> edges() {
        Duration day = Duration.ofDays(1);
        Login early = login("1", LAST.plus(Duration.ofDays(90)).minusMillis(1)).build();
        return List.of(
                when("in the same millisecond", BACK, email(Duration.ZERO).build())
                        .fires(HIGH),
                when("at 24 h", BACK, email(day).build()).fires(HIGH),
                when("just above 24 h", BACK, email(day.plusMillis(1)).build()).isQuiet(),
                when(
                                "silence just below 90 d",
                                early,
                                email(Duration.ofHours(1)).build())
                        .isQuiet(),
                when(
                                "login in between",
                                BACK,
                                login("between", THEN.plusSeconds(60)).build(),
                                email(Duration.ofHours(1)).build())
                        .fires(HIGH),
                when("before the login", email(Duration.ofMinutes(-1)).build()).isQuiet());
    }

    @ParameterizedTest
    @MethodSource("edges")
    void threshold_is_met_exactly(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> cooldowns() {
        Duration hour = Duration.ofHours(1);
        return List.of(
                when(
                                "login was HIGH already",
                                back(90).device("stranger").build(),
                                email(hour).build())
                        .isCoolingDown(),
                when(
                                "second change",
                                BACK,
                                email(hour).build(),
                                change("3", ChangeType.MFA_DISABLED, THEN.plus(hour))
                                        .build())
                        .isCoolingDown());
    }

    @ParameterizedTest
    @MethodSource("cooldowns")
    void awakening_is_told_once_at_each_severity(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @ParameterizedTest
    @CsvSource({"29, 24, silence", "366, 24, silence", "90, -1, change-within", "90, 169, change-within"})
    void setting_out_of_its_range_is_refused(int silentDays, int hours, String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DormantAwakeningDetector.Settings(
                        Duration.ofDays(1), Duration.ofDays(silentDays), Duration.ofHours(hours)))
                .withMessageContaining(name + " must be");
    }

    @Test
    void alert_tells_the_silence_and_the_change_and_rests_on_both_events() {
        TestAccount account = TestAccount.settledInOslo()
                .sees(BACK)
                .sees(email(Duration.ofHours(1)).build());
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.facts())
                .containsExactly(
                        entry("silent_days", "90"),
                        entry("threshold", "90 d"),
                        entry("change", "e-mail address changed"),
                        entry("mfa", "NOT_USED"),
                        entry("network", "RESIDENTIAL"),
                        entry("ip", "84.208.20.10"),
                        entry("country", "NO"));
        assertThat(signal.evidence())
                .containsExactly(
                        new Evidence("1", "first login after a long silence", THEN),
                        new Evidence("2", "e-mail address changed", THEN.plusSeconds(3_600)));
        assertThat(Told.of(signal).summary())
                .isEqualTo("Silent for 90 d. Now: a login, and then: e-mail address changed, network RESIDENTIAL."
                        + " Threshold: 90 d.");
    }

    private static ChangeBuilder email(Duration later) {
        return after(later, ChangeType.EMAIL_CHANGED);
    }

    private static ChangeBuilder after(Duration later, ChangeType type) {
        return change("2", type, THEN.plus(later));
    }
}
