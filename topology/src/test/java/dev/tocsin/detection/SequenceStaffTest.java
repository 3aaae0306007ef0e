package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Stranger.DAY;
import static dev.tocsin.detection.Stranger.HOUR;
import static dev.tocsin.detection.Stranger.did;
import static dev.tocsin.detection.Stranger.does;
import static dev.tocsin.testing.Story.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Initiator;
import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Stories in which the platform's own people acted: named, milder, and apart from those of the owner. */
class SequenceStaffTest {
    private static final String ID = "contact-change-then-payout";
    private static final AccountChange EMAIL = did("a", ChangeType.EMAIL_CHANGED, 0);

    @ParameterizedTest
    @EnumSource(
            value = Initiator.class,
            names = {"SUPPORT", "ADMIN"})
    void staff_is_named_and_weighs_one_step_less(Initiator who) {
        TestAccount account =
                TestAccount.settledInOslo().sees(EMAIL, payout(HOUR).by(who).build());
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.severity()).isEqualTo(HIGH);
        assertThat(signal.facts()).containsEntry("staff", who.name()).containsEntry("incident", "a");
        assertThat(Told.of(signal).title()).isEqualTo("Payout change after a contact change, with staff involved");
    }

    @ParameterizedTest
    @EnumSource(
            value = Initiator.class,
            names = {"OWNER", "SYSTEM", "UNKNOWN"})
    void others_are_no_staff(Initiator who) {
        TestAccount account =
                TestAccount.settledInOslo().sees(EMAIL, payout(HOUR).by(who).build());
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.severity()).isEqualTo(CRITICAL);
        assertThat(signal.facts()).doesNotContainKey("staff");
        assertThat(Told.of(signal).title()).isEqualTo("Payout change after a contact change");
    }

    static List<Story> staffStories() {
        AccountChange bySupport = payout(HOUR).by(Initiator.SUPPORT).build();
        return List.of(
                when(
                                "staff, then the owner, no more severe",
                                EMAIL,
                                bySupport,
                                payout("c", DAY + HOUR).build())
                        .fires(HIGH),
                when(
                                "the owner, then staff",
                                EMAIL,
                                payout(HOUR).build(),
                                payout("c", 2 * HOUR).by(Initiator.SUPPORT).build())
                        .fires(HIGH),
                when(
                                "staff twice",
                                EMAIL,
                                bySupport,
                                payout("c", 2 * HOUR).by(Initiator.SUPPORT).build())
                        .isCoolingDown());
    }

    @ParameterizedTest
    @MethodSource("staffStories")
    void story_of_staff_and_story_of_the_owner_do_not_silence_each_other(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    private static ChangeBuilder payout(long at) {
        return payout("b", at);
    }

    private static ChangeBuilder payout(String id, long at) {
        return does(id, ChangeType.PAYOUT_CHANGED, at);
    }
}
