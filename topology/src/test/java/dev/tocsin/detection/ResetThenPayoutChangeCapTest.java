package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Network;
import dev.tocsin.account.Source;
import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** People who come back to fix their bank details and have forgotten the password: capped at MEDIUM, if nothing is odd. */
class ResetThenPayoutChangeCapTest {
    private static final String ID = "reset-then-payout-change";

    static List<Story> ends() {
        return List.of(
                when("both from the laptop at home", reset().build(), payout().build())
                        .fires(MEDIUM),
                when("reset from an unseen device", reset().device("stranger").build(), payout().build())
                        .fires(CRITICAL),
                when(
                                "change from an unseen device",
                                reset().build(),
                                payout().device("stranger").build())
                        .fires(CRITICAL),
                when("reset without a device", reset().device(null).build(), payout().build())
                        .fires(CRITICAL),
                when(
                                "change without a device",
                                reset().build(),
                                payout().device(null).build())
                        .fires(CRITICAL),
                when("reset from an unseen network", reset().asn(9).build(), payout().build())
                        .fires(CRITICAL),
                when(
                                "change from an unseen network",
                                reset().build(),
                                payout().asn(9).build())
                        .fires(CRITICAL),
                when(
                                "network not given",
                                reset().build(),
                                payout().asn(Source.NO_ASN).build())
                        .fires(CRITICAL));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void cap_needs_a_long_known_device_and_a_known_network_at_both_ends(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> alerts() {
        return List.of(
                lifted("LOW novelty", before().from(Place.BERGEN)).fires(CRITICAL),
                lifted("MEDIUM novelty", before().from(Place.STOCKHOLM)).fires(CRITICAL),
                lifted("INFO novelty", before().from(Place.BERGEN).network(Network.RELAY))
                        .fires(MEDIUM),
                lifted("LOW novelty, 72 h before", at(72).from(Place.TROMSO)).fires(CRITICAL),
                lifted("LOW novelty, older", at(73).from(Place.TROMSO)).fires(MEDIUM));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void open_alert_lifts_the_cap(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void burst_of_attempts_lifts_the_cap() {
        TestAccount account = TestAccount.settledInOslo();
        for (int i = 0; i < 11; i++) {
            account.sees(login("b" + i, NOW.minusSeconds(60 - i)).failed().build());
        }

        when("after a burst", reset().build(), payout().build()).fires(CRITICAL).happensTo(account, ID);
    }

    /** The phone was passed with MFA so many days before the reset. */
    @ParameterizedTest
    @CsvSource({"29, CRITICAL", "30, MEDIUM", "31, MEDIUM"})
    void device_must_have_been_known_for_thirty_days(int days, Severity expected) {
        TestAccount account = TestAccount.fresh()
                .sees(login("laptop", NOW.minus(Duration.ofDays(80))).build())
                .sees(login("phone", NOW.minus(Duration.ofDays(days)))
                        .device("phone")
                        .mfaPassed()
                        .build());

        when(
                        "from the phone",
                        reset().device("phone").build(),
                        payout().device("phone").build())
                .fires(expected)
                .happensTo(account, ID);
    }

    @Test
    void cap_does_not_raise_what_is_lower() {
        AccountEvent earlier = change("old", ChangeType.PAYOUT_CHANGED, NOW.minus(Duration.ofDays(2)))
                .to("iban-9")
                .build();

        when(
                        "known destination, factor",
                        earlier,
                        reset().build(),
                        payout().mfaPassed().build())
                .fires(LOW)
                .happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void alert_says_that_it_is_capped() {
        TestAccount account = TestAccount.settledInOslo().sees(reset().build(), payout().build());

        assertThat(Told.last(account, ID).signal().facts()).containsEntry("capped", "MEDIUM");
        assertThat(Told.of(account, ID).summary()).endsWith(" Capped: device and network are long known.");
    }

    private static Story.Beginning lifted(String name, LoginBuilder login) {
        return when(name, login.build(), reset().build(), payout().build());
    }

    private static LoginBuilder before() {
        return login("odd", NOW.minus(Duration.ofHours(2)));
    }

    /** So many hours before the payout change; the last of the home logins is 72 h before NOW. */
    private static LoginBuilder at(int hours) {
        return login("odd", NOW.plus(Duration.ofMinutes(30)).minus(Duration.ofHours(hours)));
    }

    private static ChangeBuilder reset() {
        return change("a-reset", ChangeType.PASSWORD_RESET, NOW);
    }

    private static ChangeBuilder payout() {
        return change("b-payout", ChangeType.PAYOUT_CHANGED, NOW.plus(Duration.ofMinutes(30)))
                .to("iban-9");
    }
}
