package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Stranger.DAY;
import static dev.tocsin.detection.Stranger.HOUR;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Login;
import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The account's last login before every story was three days before NOW. */
class DormantThenPayoutTest {
    private static final String ID = "dormant-then-payout";
    private static final Instant AWAKE = NOW.minus(Duration.ofDays(3)).plus(Duration.ofDays(90));

    static List<Story> silences() {
        return List.of(
                when("just below 90 d", awakes(-1).build(), payout(HOUR)).isQuiet(),
                when("90 d", awakes(0).build(), payout(HOUR)).fires(CRITICAL),
                when("a year", awakes(275 * DAY).build(), payout(275 * DAY + HOUR))
                        .fires(CRITICAL),
                when("only a failed login", awakes(0).failed().build(), payout(HOUR))
                        .isQuiet(),
                when("no login at all", payout(HOUR)).isQuiet());
    }

    static List<Story> tiers() {
        return List.of(
                when("at once", awakes(0).build(), payout(0)).fires(CRITICAL),
                when("just below 72 h", awakes(0).build(), payout(3 * DAY - 1)).fires(CRITICAL),
                when("72 h", awakes(0).build(), payout(3 * DAY)).fires(CRITICAL),
                when("just above 72 h", awakes(0).build(), payout(3 * DAY + 1)).isQuiet(),
                when("payout change before the login", payout(-1), awakes(0).build(), email())
                        .isQuiet(),
                when("used again in between", awakes(0).build(), again(), payout(2 * HOUR))
                        .fires(CRITICAL),
                when(
                                "on the owner's laptop with MFA",
                                awakes(0).build(),
                                own().mfaPassed().build())
                        .fires(HIGH));
    }

    static List<Story> ends() {
        return Arrays.stream(ChangeType.values())
                .filter(type -> type != ChangeType.PAYOUT_CHANGED)
                .map(type -> when(
                                "then " + type,
                                awakes(0).build(),
                                by("stranger", type, HOUR).build())
                        .isQuiet())
                .toList();
    }

    @ParameterizedTest
    @MethodSource({"silences", "tiers", "ends"})
    void payout_change_after_a_long_silence_fires(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void first_login_of_an_account_ends_no_silence() {
        when("first login", awakes(0).build(), payout(HOUR)).isQuiet().happensTo(TestAccount.fresh(), ID);
    }

    @ParameterizedTest
    @ValueSource(ints = {29, 366})
    void silence_that_memory_cannot_tell_is_refused(int days) {
        DormantThenPayout.Settings defaults = DormantThenPayout.DEFAULTS;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DormantThenPayout.Settings(
                        defaults.cooldown(),
                        Duration.ofDays(days),
                        defaults.window(),
                        defaults.hold(),
                        defaults.mfaWithin()))
                .withMessageContaining("silence");
    }

    @Test
    void alert_rests_on_the_login_and_holds_the_payout() {
        TestAccount account = TestAccount.settledInOslo().sees(awakes(0).build(), payout(HOUR));
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.evidence()).extracting(Evidence::eventId).containsExactly("awake", "then");
        assertThat(signal.facts()).containsEntry("first", "login").doesNotContainKey("first_by");
        assertThat(signal.holdUntil()).isEqualTo(AWAKE.plusMillis(HOUR).plus(Duration.ofDays(3)));
        assertThat(Told.detector(ID).recommend(CRITICAL)).isEqualTo(Action.HOLD_PAYOUT);
    }

    private static LoginBuilder awakes(long millisLater) {
        return login("awake", AWAKE.plusMillis(millisLater));
    }

    private static Login again() {
        return login("home", AWAKE.plusMillis(HOUR)).build();
    }

    private static ChangeBuilder own() {
        return by("laptop", ChangeType.PAYOUT_CHANGED, HOUR);
    }

    private static AccountChange payout(long at) {
        return by("stranger", ChangeType.PAYOUT_CHANGED, at).build();
    }

    private static AccountChange email() {
        return by("stranger", ChangeType.EMAIL_CHANGED, HOUR).build();
    }

    private static ChangeBuilder by(String device, ChangeType type, long at) {
        return ChangeBuilder.change(type == ChangeType.PAYOUT_CHANGED ? "then" : "x", type, AWAKE.plusMillis(at))
                .device(device)
                .to("iban-9");
    }
}
