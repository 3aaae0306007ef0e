package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tocsin.account.Login;
import dev.tocsin.account.Network;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Its thresholds have a test of their own, {@link UnusualConcurrencyThresholdsTest}. */
class UnusualConcurrencyDetectorTest {
    private static final String ID = "unusual-concurrency";
    private static final Login LAPTOP = login("laptop", NOW).session("s1").build();
    private static final Login TABLET =
            soon("tablet", 1, "tablet").from(Place.BERGEN).build();

    /** Makes the phone and the tablet known, without a session. */
    private static final Login PHONE_BEFORE = before("phone");

    private static final Login TABLET_BEFORE = before("tablet");

    static List<Story> countries() {
        return List.of(
                when("new device", LAPTOP, phone().from(Place.BERLIN).build()).fires(HIGH),
                when(
                                "device missing",
                                LAPTOP,
                                phone().device(null).from(Place.BERLIN).build())
                        .fires(HIGH),
                when(
                                "known devices",
                                PHONE_BEFORE,
                                LAPTOP,
                                phone().from(Place.BERLIN).build())
                        .fires(MEDIUM),
                when(
                                "the VPN's country",
                                LAPTOP,
                                phone().from(Place.BERLIN).network(Network.VPN).build())
                        .fires(MEDIUM),
                when(
                                "the VPN's country, known devices",
                                PHONE_BEFORE,
                                LAPTOP,
                                phone().from(Place.BERLIN).network(Network.VPN).build())
                        .isQuiet(),
                when(
                                "the owner through a VPN, a stranger elsewhere",
                                login("laptop", NOW)
                                        .session("s1")
                                        .network(Network.VPN)
                                        .build(),
                                phone().from(Place.BERLIN).build())
                        .isQuiet(),
                when(
                                "data centre",
                                LAPTOP,
                                phone().from(Place.BERLIN)
                                        .network(Network.HOSTING)
                                        .build())
                        .fires(HIGH),
                when(
                                "networks missing",
                                LAPTOP,
                                phone().from(Place.BERLIN).asn(0).build())
                        .fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource("countries")
    void sessions_in_two_countries_fire_but_not_the_owners_tunnel(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> networks() {
        return List.of(
                when("new devices", LAPTOP, TABLET, phone().from(Place.TROMSO).build())
                        .fires(MEDIUM),
                when(
                                "known devices",
                                PHONE_BEFORE,
                                TABLET_BEFORE,
                                LAPTOP,
                                TABLET,
                                phone().from(Place.TROMSO).build())
                        .fires(LOW),
                when(
                                "one of three new",
                                PHONE_BEFORE,
                                LAPTOP,
                                TABLET,
                                phone().from(Place.TROMSO).build())
                        .fires(MEDIUM),
                when(
                                "country missing",
                                LAPTOP,
                                TABLET,
                                phone().from(Place.TROMSO).country(null).build())
                        .fires(MEDIUM));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void sessions_in_three_networks_fire(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> quiet() {
        return List.of(
                when("one session", LAPTOP).isQuiet(),
                when(
                                "phone and laptop in one country",
                                LAPTOP,
                                phone().from(Place.BERGEN).build())
                        .isQuiet(),
                when(
                                "the laptop crossed the border",
                                LAPTOP,
                                phone().device("laptop").from(Place.STOCKHOLM).build())
                        .isQuiet(),
                when(
                                "relay's country",
                                LAPTOP,
                                phone().from(Place.BERLIN)
                                        .network(Network.RELAY)
                                        .build())
                        .isQuiet(),
                when(
                                "satellite's country",
                                LAPTOP,
                                phone().from(Place.BERLIN)
                                        .network(Network.SATELLITE)
                                        .build())
                        .isQuiet(),
                when(
                                "the earlier one through a relay",
                                login("laptop", NOW)
                                        .session("s1")
                                        .network(Network.RELAY)
                                        .build(),
                                phone().from(Place.BERLIN).build())
                        .isQuiet(),
                when(
                                "country missing",
                                LAPTOP,
                                phone().from(Place.BERLIN).country(null).build())
                        .isQuiet(),
                when("failure", LAPTOP, phone().from(Place.BERLIN).failed().build())
                        .isQuiet(),
                when("three devices in two networks", LAPTOP, TABLET, phone().build())
                        .isQuiet(),
                when(
                                "third network missing",
                                LAPTOP,
                                TABLET,
                                phone().from(Place.TROMSO).asn(0).build())
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void what_explains_the_sessions_keeps_it_silent(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> missing() {
        return List.of(
                when("session", LAPTOP, phone().session(null).from(Place.BERLIN).build())
                        .isNotEvaluable("no-session"),
                when("everything", login("1", NOW).sourceless().build()).isNotEvaluable("no-session"),
                when("session in a failure", phone().session(null).failed().build())
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("missing")
    void login_without_a_session_is_not_evaluable(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void late_login_is_not_evaluable() {
        TestAccount account = TestAccount.settledInOslo()
                .sees(LAPTOP)
                .sees(login("later", NOW.plus(Duration.ofHours(3))).build());

        when("late", phone().from(Place.BERLIN).build()).isNotEvaluable("late").happensTo(account, ID);
    }

    @Test
    void account_that_is_still_learning_is_told_of_as_well() {
        when("second login ever", LAPTOP, phone().from(Place.BERLIN).build())
                .fires(MEDIUM)
                .happensTo(TestAccount.fresh(), ID);
    }

    @Test
    void alert_tells_how_many_sessions_are_where() {
        TestAccount account = TestAccount.settledInOslo()
                .sees(LAPTOP)
                .sees(phone().from(Place.BERLIN).build());
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.facts())
                .containsExactly(
                        entry("sessions", "2"),
                        entry("countries", "DE NO"),
                        entry("networks", "2"),
                        entry("window", "30 min"),
                        entry("threshold", "2 countries, or sessions in 3 networks"),
                        entry("devices", "not all known"),
                        entry("network", "RESIDENTIAL"),
                        entry("ip", "91.64.7.7"),
                        entry("country", "DE"));
        assertThat(signal.evidence())
                .containsExactly(new Evidence("1", "the login that made the sessions too many", NOW.plusSeconds(300)));
        assertThat(Told.of(signal).summary())
                .isEqualTo("Live within 30 min: 2 sessions, countries DE NO, 2 networks, devices not all known."
                        + " Threshold: 2 countries, or sessions in 3 networks.");
        assertThat(Told.detector(ID).recommend(MEDIUM)).isEqualTo(Action.STEP_UP);
        assertThat(Told.detector(ID).recommend(LOW)).isEqualTo(Action.REVIEW);
    }

    private static LoginBuilder phone() {
        return soon("1", 5, "phone");
    }

    private static LoginBuilder soon(String id, int minutes, String device) {
        return login(id, NOW.plus(Duration.ofMinutes(minutes))).device(device).session("session of " + device);
    }

    private static Login before(String device) {
        return login("with-" + device, NOW.minus(Duration.ofDays(1)))
                .device(device)
                .mfaPassed()
                .build();
    }
}
