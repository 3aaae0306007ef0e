package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Stranger.DAY;
import static dev.tocsin.detection.Stranger.HOUR;
import static dev.tocsin.detection.Stranger.did;
import static dev.tocsin.detection.Stranger.pair;
import static dev.tocsin.testing.Story.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.ChangeType;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of contact counts, and a reset that is only asked for. */
class EmailChangeThenResetTest {
    private static final String ID = "email-change-then-reset";

    static List<Story> tiers() {
        return List.of(
                pair("at once", ChangeType.EMAIL_CHANGED, ChangeType.PASSWORD_RESET, 0)
                        .fires(HIGH),
                pair("just below 24 h", ChangeType.EMAIL_CHANGED, ChangeType.PASSWORD_RESET, DAY - 1)
                        .fires(HIGH),
                pair("24 h", ChangeType.EMAIL_CHANGED, ChangeType.PASSWORD_RESET, DAY)
                        .fires(HIGH),
                pair("just above 24 h", ChangeType.EMAIL_CHANGED, ChangeType.PASSWORD_RESET, DAY + 1)
                        .isQuiet(),
                pair("reset asked for", ChangeType.EMAIL_CHANGED, ChangeType.PASSWORD_RESET_REQUESTED, HOUR)
                        .fires(HIGH),
                pair("phone", ChangeType.PHONE_CHANGED, ChangeType.PASSWORD_RESET, HOUR)
                        .fires(HIGH),
                pair("recovery option", ChangeType.RECOVERY_CHANGED, ChangeType.PASSWORD_RESET, HOUR)
                        .fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void severity_falls_with_the_gap(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void reset_that_was_asked_for_and_then_done_is_one_story() {
        when(
                        "asked for, then done",
                        did("a", ChangeType.EMAIL_CHANGED, 0),
                        did("b", ChangeType.PASSWORD_RESET_REQUESTED, HOUR),
                        did("c", ChangeType.PASSWORD_RESET, 2 * HOUR))
                .isCoolingDown()
                .happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void alert_speaks_of_no_destination() {
        TestAccount account = TestAccount.settledInOslo()
                .sees(did("a", ChangeType.EMAIL_CHANGED, 0), did("b", ChangeType.PASSWORD_RESET, HOUR));

        assertThat(Told.last(account, ID).signal().facts()).doesNotContainKey("destination");
        assertThat(Told.of(account, ID).summary()).doesNotContainIgnoringCase("destination");
    }
}
