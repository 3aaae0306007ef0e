package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Stranger.DAY;
import static dev.tocsin.detection.Stranger.HOUR;
import static dev.tocsin.detection.Stranger.did;
import static dev.tocsin.detection.Stranger.pair;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.ChangeType;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of contact counts. */
class ContactChangeThenPayoutTest {
    private static final String ID = "contact-change-then-payout";

    static List<Story> tiers() {
        return List.of(
                pair("at once", ChangeType.EMAIL_CHANGED, ChangeType.PAYOUT_CHANGED, 0)
                        .fires(CRITICAL),
                pair("just below 24 h", ChangeType.EMAIL_CHANGED, ChangeType.PAYOUT_CHANGED, DAY - 1)
                        .fires(CRITICAL),
                pair("24 h", ChangeType.EMAIL_CHANGED, ChangeType.PAYOUT_CHANGED, DAY)
                        .fires(CRITICAL),
                pair("just above 24 h", ChangeType.EMAIL_CHANGED, ChangeType.PAYOUT_CHANGED, DAY + 1)
                        .fires(HIGH),
                pair("just below 72 h", ChangeType.EMAIL_CHANGED, ChangeType.PAYOUT_CHANGED, 3 * DAY - 1)
                        .fires(HIGH),
                pair("72 h", ChangeType.EMAIL_CHANGED, ChangeType.PAYOUT_CHANGED, 3 * DAY)
                        .fires(HIGH),
                pair("just above 72 h", ChangeType.EMAIL_CHANGED, ChangeType.PAYOUT_CHANGED, 3 * DAY + 1)
                        .isQuiet(),
                pair("phone", ChangeType.PHONE_CHANGED, ChangeType.PAYOUT_CHANGED, HOUR)
                        .fires(CRITICAL),
                pair("recovery option", ChangeType.RECOVERY_CHANGED, ChangeType.PAYOUT_CHANGED, HOUR)
                        .fires(CRITICAL));
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void severity_falls_with_the_gap(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> others() {
        return Stranger.otherBeginnings(Sequence.CONTACT, ChangeType.PAYOUT_CHANGED);
    }

    static List<Story> otherEnds() {
        return Stranger.otherEnds(ChangeType.EMAIL_CHANGED, Sequence.PAYOUT);
    }

    @ParameterizedTest
    @MethodSource({"others", "otherEnds"})
    void other_beginnings_and_ends_stay_silent(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void wrong_order_stays_silent() {
        pair("the end first", ChangeType.PAYOUT_CHANGED, ChangeType.EMAIL_CHANGED, HOUR)
                .isQuiet()
                .happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void alert_rests_on_both_changes_and_says_what_to_do() {
        TestAccount account = TestAccount.settledInOslo()
                .sees(did("first", ChangeType.EMAIL_CHANGED, 0), did("then", ChangeType.PAYOUT_CHANGED, HOUR));
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.evidence()).extracting(Evidence::eventId).containsExactly("first", "then");
        assertThat(signal.holdUntil()).isEqualTo(NOW.plusMillis(HOUR).plus(Duration.ofDays(3)));
        assertThat(Told.detector(ID).recommend(signal.severity())).isEqualTo(Action.HOLD_PAYOUT);
    }

    @Test
    void latest_contact_change_begins_the_story() {
        TestAccount account = TestAccount.settledInOslo()
                .sees(
                        did("email", ChangeType.EMAIL_CHANGED, 0),
                        did("phone", ChangeType.PHONE_CHANGED, 2 * DAY),
                        did("then", ChangeType.PAYOUT_CHANGED, 2 * DAY + HOUR));

        assertThat(Told.last(account, ID).signal().facts()).containsEntry("incident", "phone");
        assertThat(Told.last(account, ID).signal().severity()).isEqualTo(CRITICAL);
    }
}
