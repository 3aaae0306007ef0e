package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Stranger.DAY;
import static dev.tocsin.detection.Stranger.HOUR;
import static dev.tocsin.detection.Stranger.MINUTE;
import static dev.tocsin.detection.Stranger.did;
import static dev.tocsin.detection.Stranger.does;
import static dev.tocsin.detection.Stranger.pair;
import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.ChangeType;
import dev.tocsin.alerting.Evaluation;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The factor must come from a device that was new when it was enrolled. */
class MfaEnrolledThenPayoutTest {
    private static final String ID = "mfa-enrolled-then-payout";
    private static final AccountChange PAYOUT = did("then", ChangeType.PAYOUT_CHANGED, HOUR);

    static List<Story> tiers() {
        return List.of(
                apart("at once", 0).fires(HIGH),
                apart("just below 72 h", 3 * DAY - 1).fires(HIGH),
                apart("72 h", 3 * DAY).fires(HIGH),
                apart("just above 72 h", 3 * DAY + 1).isQuiet());
    }

    static List<Story> others() {
        return Stranger.otherBeginnings(Set.of(ChangeType.MFA_ENROLLED), ChangeType.PAYOUT_CHANGED);
    }

    static List<Story> otherEnds() {
        return Stranger.otherEnds(ChangeType.MFA_ENROLLED, Sequence.PAYOUT);
    }

    static List<Story> devices() {
        return List.of(
                when(
                                "on the laptop",
                                change("own", ChangeType.MFA_ENROLLED, NOW).build(),
                                PAYOUT)
                        .isQuiet(),
                when("on a device not given", noDevice(0), PAYOUT).isNotEvaluable("no-device"),
                when("on a device not given, later than the window", noDevice(HOUR - 3 * DAY - 1), PAYOUT)
                        .isQuiet(),
                when("on a new device, and on one not given", did("a", ChangeType.MFA_ENROLLED, 0), noDevice(1), PAYOUT)
                        .fires(HIGH),
                when(
                                "on a new device, and then on the laptop",
                                did("a", ChangeType.MFA_ENROLLED, 0),
                                change("own", ChangeType.MFA_ENROLLED, NOW.plusMillis(1))
                                        .build(),
                                PAYOUT)
                        .fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource({"tiers", "others", "otherEnds", "devices"})
    void fires_for_a_factor_from_a_new_device_only(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    /** The device passed an MFA login so many days before the enrolment, so it is known by then. */
    @ParameterizedTest
    @CsvSource({"2, FIRED", "3, FIRED", "4, QUIET", "30, QUIET"})
    void device_is_new_for_as_long_as_the_window(int days, Evaluation.Result expected) {
        TestAccount account = TestAccount.fresh()
                .sees(login("laptop", NOW.minus(Duration.ofDays(60))).build())
                .sees(login("seen", NOW.minus(Duration.ofDays(days)))
                        .device("stranger")
                        .mfaPassed()
                        .build())
                .sees(did("a", ChangeType.MFA_ENROLLED, 0), PAYOUT);

        assertThat(account.lastEvaluation(ID).result()).isEqualTo(expected);
    }

    /** Passing the new factor makes the thief's device known at once; that must neither hide the story nor weigh. */
    @Test
    void thief_who_passes_the_new_factor_is_not_taken_for_the_owner() {
        TestAccount account = TestAccount.settledInOslo()
                .sees(did("a", ChangeType.MFA_ENROLLED, 0))
                .sees(login("l", NOW.plusMillis(MINUTE))
                        .device("stranger")
                        .mfaPassed()
                        .build())
                .sees(does("then", ChangeType.PAYOUT_CHANGED, 2 * MINUTE)
                        .mfaPassed()
                        .build());
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.severity()).isEqualTo(HIGH);
        assertThat(signal.facts())
                .containsEntry("mfa", "none from a known device")
                .containsEntry("then_device", "a device known only since then");
        assertThat(signal.holdUntil()).isEqualTo(NOW.plusMillis(2 * MINUTE).plus(Duration.ofDays(3)));
        assertThat(Told.detector(ID).recommend(HIGH)).isEqualTo(Action.HOLD_PAYOUT);
    }

    private static Story.Beginning apart(String name, long gap) {
        return pair(name, ChangeType.MFA_ENROLLED, ChangeType.PAYOUT_CHANGED, gap);
    }

    private static AccountChange noDevice(long at) {
        return does("none", ChangeType.MFA_ENROLLED, at).device(null).build();
    }
}
