package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.INFO;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import dev.tocsin.account.Login.Outcome;
import dev.tocsin.account.Network;
import dev.tocsin.alerting.Learning;
import dev.tocsin.alerting.Rules;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnonymousNetworkDetectorTest {
    private static final String ID = "anonymous-network";
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");

    static List<Story> first() {
        return List.of(
                when("Tor", over(Network.TOR).build()).fires(MEDIUM),
                when("Tor, new device", over(Network.TOR).device("stranger").build())
                        .fires(MEDIUM),
                when("Tor with MFA", over(Network.TOR).mfaPassed().build()).fires(MEDIUM),
                when(
                                "Tor, nothing else known",
                                login("1", NOW)
                                        .sourceless()
                                        .network(Network.TOR)
                                        .build())
                        .fires(MEDIUM),
                when("VPN", over(Network.VPN).build()).fires(LOW),
                when(
                                "VPN after Tor",
                                over(Network.TOR).build(),
                                over("2", 1, Network.VPN).build())
                        .fires(LOW));
    }

    @ParameterizedTest
    @MethodSource("first")
    void first_login_through_an_anonymous_network_fires(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESIDENTIAL", "MOBILE", "BUSINESS", "HOSTING", "RELAY", "SATELLITE"})
    void other_networks_stay_silent(Network network) {
        when("first " + network, over(network).build()).isQuiet().happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> quiet() {
        return List.of(
                when("failure", over(Network.TOR).failed().build()).isQuiet(),
                when(
                                "factor denied",
                                over(Network.TOR).outcome(Outcome.MFA_DENIED).build())
                        .isQuiet(),
                when(
                                "again at once",
                                over(Network.TOR).build(),
                                over("2", 1, Network.TOR).build())
                        .isQuiet(),
                when("kind of network missing", over(Network.UNKNOWN).build()).isNotEvaluable("no-network"),
                when(
                                "kind of network missing in a failure",
                                over(Network.UNKNOWN).failed().build())
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void login_that_is_none_of_its_business_stays_silent(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    /** It counts days, whatever the time of the day. */
    static List<Story> edges() {
        Instant thirtieth = MIDNIGHT.plus(Duration.ofDays(30));
        return List.of(
                when(
                                "end of the 29th day",
                                over(Network.TOR).build(),
                                tor("2", thirtieth.minusMillis(1)).build())
                        .isQuiet(),
                when(
                                "begin of the 30th day",
                                over(Network.TOR).build(),
                                tor("2", thirtieth).build())
                        .fires(MEDIUM),
                when(
                                "used in between",
                                over(Network.TOR).build(),
                                over("2", 24 * 15, Network.TOR).build(),
                                tor("3", thirtieth).build())
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("edges")
    void it_is_told_again_after_thirty_days_without(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    /** The habit was made by one login with MFA. */
    static List<Story> habits() {
        return List.of(
                when(
                                "Tor, 31 days ago",
                                over(Network.TOR).mfaPassed().build(),
                                over("2", 24 * 31, Network.TOR).build())
                        .fires(LOW),
                when(
                                "Tor, 90 days ago",
                                over(Network.TOR).mfaPassed().build(),
                                over("2", 24 * 90, Network.TOR).build())
                        .fires(LOW),
                when(
                                "Tor, 91 days ago",
                                over(Network.TOR).mfaPassed().build(),
                                over("2", 24 * 91, Network.TOR).build())
                        .fires(MEDIUM),
                when(
                                "VPN, 31 days ago",
                                over(Network.VPN).mfaPassed().build(),
                                over("2", 24 * 31, Network.VPN).build())
                        .fires(INFO));
    }

    @ParameterizedTest
    @MethodSource("habits")
    void habit_weighs_less_until_it_expires(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    /** With a quiet time of a day, midnight alone makes it new again; the cooldown is what silences then. */
    @ParameterizedTest
    @CsvSource({"-1, SUPPRESSED", "0, FIRED"})
    void kind_of_network_cools_down_for_a_day(long overMillis, String result) {
        Detector impatient = new AnonymousNetworkDetector(
                new AnonymousNetworkDetector.Settings(Duration.ofDays(1), Duration.ofDays(1)));
        TestAccount account =
                TestAccount.freshUnder(new Rules("test", List.of(impatient), new Learning(Duration.ZERO, 0)));

        account.sees(over(Network.TOR).build())
                .sees(tor("2", NOW.plus(Duration.ofDays(1)).plusMillis(overMillis))
                        .build());

        assertThat(account.lastEvaluation(ID).result()).hasToString(result);
    }

    @Test
    void quiet_time_is_between_a_day_and_what_is_remembered() {
        assertThat(settings(1)).isNotNull();
        assertThat(settings(90)).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> settings(0)).withMessageContaining("quiet must be");
        assertThatIllegalArgumentException().isThrownBy(() -> settings(91)).withMessageContaining("quiet must be");
    }

    @Test
    void alert_tells_when_it_was_used_last_and_by_whom_now() {
        TestAccount account = TestAccount.settledInOslo()
                .sees(over(Network.TOR).mfaPassed().build())
                .sees(tor("2", NOW.plus(Duration.ofDays(40)))
                        .from(Place.BERLIN)
                        .device("stranger")
                        .build());
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.facts())
                .containsExactly(
                        entry("network", "TOR"),
                        entry("last_used", "2026-03-02"),
                        entry("habit", "yes"),
                        entry("device", "new device"),
                        entry("mfa", "NOT_USED"),
                        entry("ip", "91.64.7.7"),
                        entry("asn", "31334"),
                        entry("country", "DE"));
        assertThat(signal.evidence())
                .containsExactly(
                        new Evidence("2", "login through an anonymous network", NOW.plus(Duration.ofDays(40))));
        assertThat(Told.of(signal).summary())
                .isEqualTo("Last login through TOR: 2026-03-02. This login: through TOR, new device, country DE."
                        + " Threshold: a habit, but not of late.");
        assertThat(Told.detector(ID).recommend(MEDIUM)).isEqualTo(Action.STEP_UP);
        assertThat(Told.detector(ID).recommend(LOW)).isEqualTo(Action.NOTIFY_OWNER);
    }

    @Test
    void alert_about_the_first_time_says_so() {
        TestAccount account =
                TestAccount.settledInOslo().sees(over(Network.TOR).country(null).build());

        assertThat(Told.of(account, ID).summary())
                .isEqualTo("Last login through TOR: never. This login: through TOR, known device, country unknown."
                        + " Threshold: no habit of the account.");
    }

    private static AnonymousNetworkDetector.Settings settings(int days) {
        return new AnonymousNetworkDetector.Settings(Duration.ofDays(1), Duration.ofDays(days));
    }

    private static LoginBuilder over(Network network) {
        return over("1", 0, network);
    }

    private static LoginBuilder over(String id, int hours, Network network) {
        return login(id, NOW.plus(Duration.ofHours(hours))).network(network);
    }

    private static LoginBuilder tor(String id, Instant at) {
        return login(id, at).network(Network.TOR);
    }
}
