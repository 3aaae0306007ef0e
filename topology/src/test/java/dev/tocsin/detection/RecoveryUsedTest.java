package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.detection.Stranger.DAY;
import static dev.tocsin.detection.Stranger.HOUR;
import static dev.tocsin.detection.Stranger.pair;

import dev.tocsin.account.ChangeType;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A new password is what recovery is for. */
class RecoveryUsedTest {
    private static final String ID = "recovery-used";

    private static final Set<ChangeType> ENDS = Set.of(
            ChangeType.EMAIL_CHANGED,
            ChangeType.PHONE_CHANGED,
            ChangeType.RECOVERY_CHANGED,
            ChangeType.MFA_ENROLLED,
            ChangeType.MFA_DISABLED,
            ChangeType.PAYOUT_CHANGED,
            ChangeType.API_KEY_CREATED);

    static List<Story> tiers() {
        return List.of(
                pair("at once", ChangeType.RECOVERY_USED, ChangeType.EMAIL_CHANGED, 0)
                        .fires(CRITICAL),
                pair("just below 1 h", ChangeType.RECOVERY_USED, ChangeType.EMAIL_CHANGED, HOUR - 1)
                        .fires(CRITICAL),
                pair("1 h", ChangeType.RECOVERY_USED, ChangeType.EMAIL_CHANGED, HOUR)
                        .fires(CRITICAL),
                pair("just above 1 h", ChangeType.RECOVERY_USED, ChangeType.EMAIL_CHANGED, HOUR + 1)
                        .fires(HIGH),
                pair("just below 24 h", ChangeType.RECOVERY_USED, ChangeType.EMAIL_CHANGED, DAY - 1)
                        .fires(HIGH),
                pair("24 h", ChangeType.RECOVERY_USED, ChangeType.EMAIL_CHANGED, DAY)
                        .fires(HIGH),
                pair("just above 24 h", ChangeType.RECOVERY_USED, ChangeType.EMAIL_CHANGED, DAY + 1)
                        .fires(MEDIUM),
                pair("just below 7 d", ChangeType.RECOVERY_USED, ChangeType.EMAIL_CHANGED, 7 * DAY - 1)
                        .fires(MEDIUM),
                pair("7 d", ChangeType.RECOVERY_USED, ChangeType.EMAIL_CHANGED, 7 * DAY)
                        .fires(MEDIUM),
                pair("just above 7 d", ChangeType.RECOVERY_USED, ChangeType.EMAIL_CHANGED, 7 * DAY + 1)
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void severity_falls_with_the_gap(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static Set<ChangeType> ends() {
        return ENDS;
    }

    @ParameterizedTest
    @MethodSource("ends")
    void every_sensitive_change_but_a_new_password_ends_it(ChangeType end) {
        pair("then " + end, ChangeType.RECOVERY_USED, end, HOUR)
                .fires(CRITICAL)
                .happensTo(TestAccount.settledInOslo(), ID);
    }
}
