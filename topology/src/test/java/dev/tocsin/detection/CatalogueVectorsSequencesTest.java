package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.detection.Stranger.DAY;
import static dev.tocsin.detection.Stranger.MINUTE;
import static dev.tocsin.detection.Stranger.did;
import static dev.tocsin.detection.Stranger.does;
import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Initiator;
import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Learning;
import dev.tocsin.alerting.Rules;
import dev.tocsin.codec.StateCodec;
import dev.tocsin.codec.StoredAccount;
import dev.tocsin.engine.AccountState;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.engine.Outcome;
import dev.tocsin.engine.RuleBook;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The catalogue's test vectors (detections 1.6) that concern sequences, by number and name. */
class CatalogueVectorsSequencesTest {
    private static final String ID = "reset-then-payout-change";
    private static final AccountChange RESET = did("a-reset", ChangeType.PASSWORD_RESET, 0);
    private static final AccountChange PAYOUT = did("b-payout", ChangeType.PAYOUT_CHANGED, 10 * MINUTE);

    @Test
    void vector_1_reset_and_payout_in_both_orders_and_40_min_late_have_the_same_alert_id() {
        AccountEvent later = login("later", NOW.plusMillis(50 * MINUTE)).build();
        TestAccount inOrder = TestAccount.settledInOslo().sees(RESET, PAYOUT, later);

        List<TestAccount> others = List.of(
                TestAccount.settledInOslo().sees(PAYOUT, RESET, later),
                TestAccount.settledInOslo().sees(PAYOUT, later, RESET),
                TestAccount.settledInOslo().sees(RESET, later, PAYOUT));

        assertThat(inOrder.alerts(ID)).hasSize(1);
        assertThat(others).allSatisfy(account -> assertThat(account.table()).isEqualTo(inOrder.table()));
    }

    /** Every event comes twice, and before each delivery the state is read from its bytes, as after a rebalance. */
    @Test
    void vector_11_duplicate_ids_and_a_restart_mid_sequence_make_one_alert() {
        DetectionEngine engine = new DetectionEngine(TestAccount.GRACE, event -> TestAccount.RULES);
        AccountState state = TestAccount.settledInOslo().state();
        Map<String, Alert> table = new LinkedHashMap<>();
        for (AccountEvent event : List.of(RESET, RESET, PAYOUT, PAYOUT, RESET)) {
            Outcome outcome = engine.apply(restarted(state), event);
            outcome.raised().forEach(alert -> table.put(alert.alertId(), alert));
            assertThat(outcome.withdrawn()).isEmpty();
            state = outcome.state();
        }

        assertThat(table)
                .isEqualTo(TestAccount.settledInOslo().sees(RESET, PAYOUT).table());
        assertThat(table.values())
                .filteredOn(alert -> alert.signal().detector().equals(ID))
                .hasSize(1);
    }

    @Test
    void vector_13_reset_by_support_and_payout_within_10_min_has_its_own_severity_and_words() {
        AccountChange bySupport = does("a-reset", ChangeType.PASSWORD_RESET, 0)
                .by(Initiator.SUPPORT)
                .build();
        Alert support = Told.last(TestAccount.settledInOslo().sees(bySupport, PAYOUT), ID);
        Alert owner = Told.last(TestAccount.settledInOslo().sees(RESET, PAYOUT), ID);

        assertThat(owner.signal().severity()).isEqualTo(CRITICAL);
        assertThat(support.signal().severity()).isEqualTo(HIGH);
        assertThat(support.signal().facts()).containsEntry("staff", "SUPPORT").containsEntry("first_by", "SUPPORT");
        assertThat(support.signal().discriminator()).isNotEqualTo(owner.signal().discriminator());
        assertThat(Told.of(support.signal()).title())
                .isEqualTo(Told.of(owner.signal()).title() + ", with staff involved");
        assertThat(Told.of(support.signal()).summary()).startsWith("Password reset by SUPPORT at ");
    }

    /** From five minutes after the reset on, CRITICAL ends after five minutes. */
    @Test
    void vector_15_thresholds_changed_mid_sequence_are_those_in_force_at_completion() {
        RuleBook book = event -> event.atMillis() < NOW.toEpochMilli() + 5 * MINUTE ? TestAccount.RULES : stricter();

        Alert after = Told.last(under(book).sees(RESET, PAYOUT), ID);
        Alert before = Told.last(under(book).sees(RESET, did("b-payout", ChangeType.PAYOUT_CHANGED, 4 * MINUTE)), ID);
        Alert outOfOrder = Told.last(under(book).sees(PAYOUT, RESET), ID);

        assertThat(before.thresholdsVersion()).isEqualTo("test");
        assertThat(before.signal().severity()).isEqualTo(CRITICAL);
        assertThat(after.thresholdsVersion()).isEqualTo("stricter");
        assertThat(after.signal().severity()).isEqualTo(HIGH);
        assertThat(outOfOrder).isEqualTo(after);
    }

    @Test
    void vector_16_payout_to_a_bank_account_used_before_weighs_two_steps_less() {
        AccountChange used = change("used", ChangeType.PAYOUT_CHANGED, NOW.minusMillis(2 * DAY))
                .to("iban-9")
                .build();
        Alert known = Told.last(TestAccount.settledInOslo().sees(used, RESET, PAYOUT), ID);
        Alert unknown = Told.last(TestAccount.settledInOslo().sees(RESET, PAYOUT), ID);

        assertThat(unknown.signal().severity()).isEqualTo(CRITICAL);
        assertThat(known.signal().severity()).isEqualTo(MEDIUM);
        assertThat(known.signal().facts()).containsEntry("destination", "in use before");
    }

    private static AccountState restarted(AccountState state) {
        byte[] bytes = StateCodec.write(new StoredAccount(state, 0, 0), TestAccount.ID);
        return StateCodec.read(bytes, TestAccount.ID).state();
    }

    private static TestAccount under(RuleBook book) {
        TestAccount account = TestAccount.freshUnder(book);
        return account.sees(login("home", NOW.minus(Duration.ofDays(60))).build());
    }

    private static Rules stricter() {
        List<Detector> detectors = new ArrayList<>(TestAccount.defaultDetectors());
        SequenceSettings.Tiered defaults = ResetThenPayoutChange.DEFAULTS;
        SequenceSettings.Tiered settings = new SequenceSettings.Tiered(
                defaults.cooldown(),
                Duration.ofMinutes(5),
                defaults.highWithin(),
                defaults.window(),
                defaults.hold(),
                defaults.mfaWithin(),
                defaults.longKnown());
        detectors.replaceAll(
                detector -> detector.id().equals(ID) ? ResetThenPayoutChange.SEQUENCE.with(settings) : detector);
        return new Rules("stricter", detectors, Learning.DEFAULTS);
    }
}
