package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.detection.Stranger.DAY;
import static dev.tocsin.detection.Stranger.HOUR;
import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.ChangeType;
import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All on a tablet that is known, but not for long enough to cap; nothing else is odd. */
class PayoutChangeThenWithdrawTest {
    private static final String ID = "payout-change-then-withdraw";

    static List<Story> tiers() {
        return List.of(
                when("at once", changed(), paidOut(0)).fires(HIGH),
                when("just below 72 h", changed(), paidOut(3 * DAY - 1)).fires(HIGH),
                when("72 h", changed(), paidOut(3 * DAY)).fires(HIGH),
                when("just above 72 h", changed(), paidOut(3 * DAY + 1)).isQuiet(),
                when("payout first", paidOut(-1), changed()).isQuiet());
    }

    static List<Story> destinations() {
        return List.of(
                when(
                                "paid out to another",
                                changed(),
                                paying("p", HOUR).to("iban-1").build())
                        .isQuiet(),
                when("payout names none", changed(), payout("p", HOUR).build()).fires(HIGH),
                when(
                                "change named none",
                                tablet("c", ChangeType.PAYOUT_CHANGED, 0).build(),
                                paidOut(HOUR))
                        .fires(HIGH),
                when("changed twice, paid out to the first", changed(), changedTo("iban-1"), paidOut(HOUR))
                        .fires(HIGH));
    }

    static List<Story> beginnings() {
        return Arrays.stream(ChangeType.values())
                .filter(type -> type != ChangeType.PAYOUT_CHANGED && type != ChangeType.MFA_DISABLED)
                .map(type -> when(
                                "after " + type,
                                tablet("x", type, 0).to("iban-9").build(),
                                paidOut(HOUR))
                        .isQuiet())
                .toList();
    }

    static List<Story> sequences() {
        return List.of(
                when(
                                "after a HIGH one",
                                tablet("0", ChangeType.NOTIFICATIONS_CHANGED, -1)
                                        .build(),
                                changed(),
                                paidOut(HOUR))
                        .fires(CRITICAL),
                when(
                                "after a MEDIUM one",
                                tablet("0", ChangeType.PASSWORD_CHANGED, -2 * HOUR)
                                        .build(),
                                changed(),
                                paidOut(HOUR))
                        .fires(CRITICAL),
                when(
                                "payout again: the same story",
                                changed(),
                                paidOut(HOUR),
                                paying("q", 2 * HOUR).build())
                        .isCoolingDown());
    }

    @ParameterizedTest
    @MethodSource({"tiers", "destinations", "beginnings", "sequences"})
    void payout_to_a_destination_just_changed_fires(Story story) {
        story.happensTo(withTablet(), ID);
    }

    static List<Story> honest() {
        return List.of(
                when("changes banks", own(ChangeType.PAYOUT_CHANGED, 0), own(ChangeType.PAYOUT_REQUESTED, HOUR))
                        .fires(MEDIUM),
                when(
                                "comes back with a forgotten password to do it",
                                own(ChangeType.PASSWORD_RESET, -1),
                                own(ChangeType.PAYOUT_CHANGED, 0),
                                own(ChangeType.PAYOUT_REQUESTED, HOUR))
                        .fires(MEDIUM),
                when(
                                "is paid out twice",
                                own(ChangeType.PAYOUT_CHANGED, 0),
                                own(ChangeType.PAYOUT_REQUESTED, HOUR),
                                own(ChangeType.PAYOUT_REQUESTED, 2 * HOUR))
                        .isCoolingDown(),
                when(
                                "changes banks under a HIGH sequence",
                                own(ChangeType.MFA_DISABLED, -1),
                                own(ChangeType.PAYOUT_CHANGED, 0),
                                own(ChangeType.PAYOUT_REQUESTED, HOUR))
                        .fires(CRITICAL));
    }

    /** Every honest change of banks ends in a payout. */
    @ParameterizedTest
    @MethodSource("honest")
    void long_known_laptop_caps_it_unless_another_sequence_is_severe(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void payout_is_held_for_three_days() {
        TestAccount account = withTablet().sees(changed(), paidOut(HOUR));
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.evidence()).extracting(Evidence::eventId).containsExactly("c", "p");
        assertThat(signal.holdUntil()).isEqualTo(NOW.plusMillis(HOUR).plus(Duration.ofDays(3)));
        assertThat(Told.detector(ID).recommend(HIGH)).isEqualTo(Action.HOLD_PAYOUT);
    }

    private static TestAccount withTablet() {
        return TestAccount.fresh()
                .sees(login("laptop", NOW.minus(Duration.ofDays(60))).build())
                .sees(login("tablet", NOW.minus(Duration.ofDays(5)))
                        .device("tablet")
                        .mfaPassed()
                        .build());
    }

    private static ChangeBuilder tablet(String id, ChangeType type, long at) {
        return change(id, type, NOW.plusMillis(at)).device("tablet");
    }

    private static AccountChange changed() {
        return tablet("c", ChangeType.PAYOUT_CHANGED, 0).to("iban-9").build();
    }

    private static AccountChange changedTo(String destination) {
        return tablet("d", ChangeType.PAYOUT_CHANGED, 1).to(destination).build();
    }

    private static ChangeBuilder payout(String id, long at) {
        return tablet(id, ChangeType.PAYOUT_REQUESTED, at);
    }

    private static ChangeBuilder paying(String id, long at) {
        return payout(id, at).to("iban-9");
    }

    private static AccountChange paidOut(long at) {
        return paying("p", at).build();
    }

    private static AccountChange own(ChangeType type, long at) {
        return change(type + "@" + at, type, NOW.plusMillis(at)).to("iban-9").build();
    }
}
