package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Initiator;
import dev.tocsin.account.Login;
import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What moves its severity has a test of its own, {@link ResetThenPayoutChangeWeightTest}. */
class ResetThenPayoutChangeTest {
    private static final String ID = "reset-then-payout-change";
    private static final long HOUR = Duration.ofHours(1).toMillis();

    static List<Story> tiers() {
        return List.of(
                when("in the same millisecond", reset(), payout(0)).fires(CRITICAL),
                when("10 minutes", reset(), payout(HOUR / 6)).fires(CRITICAL),
                when("just below 1 h", reset(), payout(HOUR - 1)).fires(CRITICAL),
                when("1 h", reset(), payout(HOUR)).fires(CRITICAL),
                when("just above 1 h", reset(), payout(HOUR + 1)).fires(HIGH),
                when("just below 24 h", reset(), payout(24 * HOUR - 1)).fires(HIGH),
                when("24 h", reset(), payout(24 * HOUR)).fires(HIGH),
                when("just above 24 h", reset(), payout(24 * HOUR + 1)).fires(MEDIUM),
                when("just below 72 h", reset(), payout(72 * HOUR - 1)).fires(MEDIUM),
                when("72 h", reset(), payout(72 * HOUR)).fires(MEDIUM),
                when("just above 72 h", reset(), payout(72 * HOUR + 1)).isQuiet());
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void severity_falls_with_the_gap(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> quiet() {
        return List.of(
                when("payout change alone", payout(0)).isQuiet(),
                when("reset alone", reset()).isQuiet(),
                when("reset after the payout change", payout(0), resetAt("r2", HOUR))
                        .isQuiet(),
                other("reset asked for, not done", ChangeType.PASSWORD_RESET_REQUESTED)
                        .isQuiet(),
                other("password changed by its owner", ChangeType.PASSWORD_CHANGED)
                        .isQuiet(),
                other("e-mail changed", ChangeType.EMAIL_CHANGED).isQuiet(),
                other("recovery used", ChangeType.RECOVERY_USED).isQuiet(),
                other("unknown change", ChangeType.UNKNOWN).isQuiet(),
                after("payout asked for, not changed", ChangeType.PAYOUT_REQUESTED)
                        .isQuiet(),
                after("phone changed", ChangeType.PHONE_CHANGED).isQuiet());
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void what_is_not_the_sequence_stays_silent(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> repetitions() {
        return List.of(
                when("second payout change", reset(), payout(0), second(2 * HOUR))
                        .isCoolingDown(),
                when(
                                "second payout change, more severe",
                                reset(),
                                payoutAt("p1", 25 * HOUR).build(),
                                highAlert(),
                                second(26 * HOUR))
                        .fires(HIGH),
                when("new reset, new story", reset(), payout(0), resetAt("r2", HOUR), second(2 * HOUR))
                        .fires(CRITICAL),
                when("latest of two resets counts", reset(), resetAt("r2", 30 * HOUR), second(31 * HOUR))
                        .fires(CRITICAL));
    }

    @ParameterizedTest
    @MethodSource("repetitions")
    void one_reset_makes_one_story(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void account_that_is_still_learning_is_watched_from_its_first_day() {
        when("on the first day", reset(), payout(HOUR / 6)).fires(CRITICAL).happensTo(TestAccount.fresh(), ID);
    }

    @Test
    void missing_source_and_values_do_not_hide_the_sequence() {
        AccountChange reset =
                change("a", ChangeType.PASSWORD_RESET, NOW).sourceless().build();
        AccountChange payout = change("b", ChangeType.PAYOUT_CHANGED, NOW.plusSeconds(60))
                .sourceless()
                .build();
        TestAccount account = TestAccount.settledInOslo();

        when("nothing else known", reset, payout).fires(CRITICAL).happensTo(account, ID);
        assertThat(Told.of(account, ID).summary())
                .contains("from a device not given, place unknown", "Destination not given");
    }

    @Test
    void alert_tells_the_whole_story() {
        TestAccount account = TestAccount.settledInOslo().sees(reset(), payout(600_000));

        assertThat(Told.last(account, ID).signal().facts())
                .containsExactly(
                        entry("first", "password reset"),
                        entry("first_at", "2026-03-02T12:00:00Z"),
                        entry("first_by", "OWNER"),
                        entry("first_place", "Lagos, NG"),
                        entry("then", "payout destination changed"),
                        entry("then_at", "2026-03-02T12:10:00Z"),
                        entry("then_by", "OWNER"),
                        entry("then_place", "Oslo, NO"),
                        entry("gap", "10 min"),
                        entry("threshold", "72 h"),
                        entry("first_device", "an unseen device"),
                        entry("then_device", "an unseen device"),
                        entry("distance_km", "5977"),
                        entry("destination", "not in use before"),
                        entry("mfa", "none from a known device"),
                        entry("open_alert", "no"),
                        entry("incident", "a-reset"),
                        entry("ip", "84.208.20.10"));
        assertThat(Told.of(account, ID).summary())
                .isEqualTo("Password reset by OWNER at 2026-03-02T12:00:00Z from an unseen device, Lagos, NG;"
                        + " payout destination changed by OWNER 10 min later from an unseen device, Oslo, NO."
                        + " Threshold: 72 h. Destination not in use before, MFA none from a known device,"
                        + " open alert: no.");
    }

    @Test
    void alert_rests_on_both_changes_and_holds_the_payout_for_three_days() {
        TestAccount account = TestAccount.settledInOslo().sees(reset(), payout(HOUR));
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.evidence()).extracting(Evidence::eventId).containsExactly("a-reset", "b-payout");
        assertThat(signal.holdUntil()).isEqualTo(NOW.plusMillis(HOUR).plus(Duration.ofDays(3)));
        assertThat(Told.detector(ID).recommend(signal.severity())).isEqualTo(Action.HOLD_PAYOUT);
    }

    @Test
    void payout_is_not_held_below_medium() {
        AccountChange before = change("0", ChangeType.PAYOUT_CHANGED, NOW.minusSeconds(60))
                .to("iban-9")
                .build();
        TestAccount account = TestAccount.settledInOslo()
                .sees(before, reset())
                .sees(payoutAt("b", 60_000).device("laptop").mfaPassed().build());
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.severity()).isEqualTo(LOW);
        assertThat(signal.holdUntil()).isNull();
        assertThat(Told.detector(ID).recommend(LOW)).isEqualTo(Action.NOTIFY_OWNER);
    }

    @Test
    void title_says_that_staff_was_involved() {
        TestAccount owner = TestAccount.settledInOslo().sees(reset(), payout(60_000));
        TestAccount staff = TestAccount.settledInOslo()
                .sees(reset(), payoutAt("b", 60_000).by(Initiator.SUPPORT).build());

        assertThat(Told.of(owner, ID).title()).isEqualTo("Payout change shortly after a password reset");
        assertThat(Told.of(staff, ID).title())
                .isEqualTo("Payout change shortly after a password reset, with staff involved");
    }

    private static Story.Beginning other(String name, ChangeType first) {
        return when(name, change("a", first, NOW).device("stranger").build(), payout(60_000));
    }

    private static Story.Beginning after(String name, ChangeType second) {
        return when(
                name,
                reset(),
                change("b", second, NOW.plusSeconds(60)).device("stranger").build());
    }

    /** A stranger signs in from a country never seen, 25 h and a minute after NOW. */
    private static Login highAlert() {
        return login("high", NOW.plusMillis(25 * HOUR + 60_000))
                .from(Place.BERLIN)
                .device("stranger")
                .build();
    }

    private static AccountChange second(long millisLater) {
        return payoutAt("p2", millisLater).to("iban-8").build();
    }

    private static AccountChange reset() {
        return resetAt("a-reset", 0);
    }

    private static AccountChange resetAt(String id, long millisLater) {
        return change(id, ChangeType.PASSWORD_RESET, NOW.plusMillis(millisLater))
                .from(Place.LAGOS)
                .device("stranger")
                .build();
    }

    private static AccountChange payout(long millisLater) {
        return payoutAt("b-payout", millisLater).build();
    }

    private static ChangeBuilder payoutAt(String id, long millisLater) {
        return change(id, ChangeType.PAYOUT_CHANGED, NOW.plusMillis(millisLater))
                .device("stranger")
                .to("iban-9");
    }
}
