package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Stranger.HOUR;
import static dev.tocsin.detection.Stranger.MINUTE;
import static dev.tocsin.detection.Stranger.did;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.ChangeType;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Three kinds of change within an hour, in any order. */
class OwnerLockoutTest {
    private static final String ID = "owner-lockout";
    private static final ChangeType EMAIL = ChangeType.EMAIL_CHANGED;
    private static final ChangeType MFA = ChangeType.MFA_ENROLLED;
    private static final ChangeType SESSIONS = ChangeType.SESSIONS_REVOKED;

    static List<Story> orders() {
        return List.of(
                three(EMAIL, MFA, SESSIONS, MINUTE).fires(CRITICAL),
                three(EMAIL, SESSIONS, MFA, MINUTE).fires(CRITICAL),
                three(MFA, EMAIL, SESSIONS, MINUTE).fires(CRITICAL),
                three(MFA, SESSIONS, EMAIL, MINUTE).fires(CRITICAL),
                three(SESSIONS, EMAIL, MFA, MINUTE).fires(CRITICAL),
                three(SESSIONS, MFA, EMAIL, MINUTE).fires(CRITICAL));
    }

    static List<Story> tiers() {
        return List.of(
                three(EMAIL, MFA, SESSIONS, 0).fires(CRITICAL),
                three(EMAIL, MFA, SESSIONS, HOUR / 2).fires(CRITICAL),
                when("just below 60 min", three(0, HOUR - 1)).fires(CRITICAL),
                when("60 min", three(0, HOUR)).fires(CRITICAL),
                when("just above 60 min", three(0, HOUR + 1)).isQuiet());
    }

    static List<Story> kinds() {
        return List.of(
                three(ChangeType.PHONE_CHANGED, MFA, SESSIONS, MINUTE).fires(CRITICAL),
                three(ChangeType.RECOVERY_CHANGED, MFA, SESSIONS, MINUTE).fires(CRITICAL),
                three(EMAIL, ChangeType.MFA_DISABLED, SESSIONS, MINUTE).fires(CRITICAL),
                three(EMAIL, ChangeType.PHONE_CHANGED, SESSIONS, MINUTE).isQuiet(),
                three(MFA, ChangeType.MFA_DISABLED, SESSIONS, MINUTE).isQuiet(),
                three(EMAIL, MFA, ChangeType.PASSWORD_CHANGED, MINUTE).isQuiet(),
                three(EMAIL, MFA, ChangeType.UNKNOWN, MINUTE).isQuiet(),
                three(EMAIL, ChangeType.PASSWORD_RESET, SESSIONS, MINUTE).isQuiet(),
                three(ChangeType.PAYOUT_CHANGED, MFA, SESSIONS, MINUTE).isQuiet());
    }

    static List<Story> more() {
        return List.of(
                more(EMAIL).isCoolingDown(),
                more(ChangeType.PHONE_CHANGED).isCoolingDown(),
                more(ChangeType.MFA_DISABLED).isCoolingDown(),
                more(SESSIONS).isCoolingDown(),
                more(EMAIL, ChangeType.PHONE_CHANGED).isCoolingDown());
    }

    @ParameterizedTest
    @MethodSource({"orders", "tiers", "kinds", "more"})
    void contact_factor_and_sessions_within_an_hour_lock_the_owner_out(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void alert_rests_on_all_three_and_locks_the_account() {
        TestAccount account = TestAccount.settledInOslo();
        three(0, HOUR).forEach(account::sees);
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.evidence()).extracting(Evidence::eventId).containsExactly("a", "b", "c");
        assertThat(signal.facts()).containsEntry("gap", "1 h").containsEntry("incident", "a");
        assertThat(signal.holdUntil()).isEqualTo(NOW.plusMillis(HOUR).plus(Duration.ofDays(3)));
        assertThat(Told.detector(ID).recommend(CRITICAL)).isEqualTo(Action.LOCK_ACCOUNT);
    }

    private static Story.Beginning three(ChangeType one, ChangeType two, ChangeType three, long apart) {
        return when(
                one + ", " + two + ", " + three + ", each after " + apart + " ms",
                did("a", one, 0),
                did("b", two, apart),
                did("c", three, 2 * apart));
    }

    private static List<AccountChange> three(long second, long third) {
        return List.of(did("a", EMAIL, 0), did("b", MFA, second), did("c", SESSIONS, third));
    }

    private static Story.Beginning more(ChangeType... further) {
        List<AccountChange> events = new ArrayList<>(three(MINUTE, 2 * MINUTE));
        for (ChangeType type : further) {
            events.add(did("more-" + events.size(), type, events.size() * MINUTE));
        }
        return when("and then " + List.of(further), events);
    }
}
