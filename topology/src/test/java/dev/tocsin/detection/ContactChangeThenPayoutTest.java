package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Stranger.DAY;
import static dev.tocsin.detection.Stranger.HOUR;
import static dev.tocsin.detection.Stranger.did;
import static dev.tocsin.detection.Stranger.pair;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.ChangeType;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
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
