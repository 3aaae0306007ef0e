package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Login;
import dev.tocsin.account.Login.AuthMethod;
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

class SessionReplayDetectorTest {
    private static final String ID = "session-replay";
    private static final Login BEGIN = login("begin", NOW).session("s1").build();

    static List<Story> uses() {
        Login onTheMove = login("moved", NOW.plusSeconds(60))
                .from(Place.BERGEN)
                .session("s1")
                .network(Network.MOBILE)
                .build();
        return List.of(
                when("login", BEGIN, thief().build()).fires(HIGH),
                when(
                                "resumed session",
                                BEGIN,
                                thief().method(AuthMethod.SESSION_RESUME).build())
                        .fires(HIGH),
                when("with MFA", BEGIN, thief().mfaPassed().build()).fires(HIGH),
                when("mobile network", BEGIN, thief().network(Network.MOBILE).build())
                        .fires(HIGH),
                when("in one country", BEGIN, thief().from(Place.BERGEN).build())
                        .fires(HIGH),
                when(
                                "change",
                                BEGIN,
                                change("1", ChangeType.EMAIL_CHANGED, NOW.plusSeconds(600))
                                        .from(Place.LAGOS)
                                        .device("thief")
                                        .session("s1")
                                        .build())
                        .fires(HIGH),
                when(
                                "months later",
                                BEGIN,
                                login("1", NOW.plus(Duration.ofDays(60)))
                                        .from(Place.LAGOS)
                                        .device("thief")
                                        .session("s1")
                                        .build())
                        .fires(HIGH),
                when(
                                "in the network that the owner has left",
                                BEGIN,
                                onTheMove,
                                thief().asn(2119).build())
                        .fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void session_used_by_another_device_in_another_network_fires(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> quiet() {
        Login anew = login("anew", NOW.plusSeconds(60)).session("s2").build();
        return List.of(
                when("begin of a session", BEGIN).isQuiet(),
                when(
                                "its own device on the move",
                                BEGIN,
                                thief().device("laptop").build())
                        .isQuiet(),
                when(
                                "another device in the same network",
                                BEGIN,
                                thief().asn(2119).build())
                        .isQuiet(),
                when("session of its own", BEGIN, thief().session("s2").build()).isQuiet(),
                when("failure", BEGIN, thief().failed().build()).isQuiet(),
                when(
                                "owner's next use after the thief's",
                                BEGIN,
                                thief().build(),
                                login("2", NOW.plusSeconds(1_200)).session("s1").build())
                        .isQuiet(),
                when("session that its device has replaced", BEGIN, anew, thief().build())
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void what_explains_the_use_keeps_it_silent(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> missing() {
        Login withoutDevice = login("begin", NOW).device(null).session("s1").build();
        Login withoutNetwork = login("begin", NOW).asn(0).session("s1").build();
        return List.of(
                when("device now", BEGIN, thief().device(null).build()).isNotEvaluable("no-device"),
                when("device at the begin", withoutDevice, thief().build()).isNotEvaluable("no-device"),
                when("both devices", withoutDevice, thief().device(null).build())
                        .isNotEvaluable("no-device"),
                when("network now", BEGIN, thief().asn(0).build()).isNotEvaluable("no-asn"),
                when("network at the begin", withoutNetwork, thief().build()).isNotEvaluable("no-asn"),
                when("session", BEGIN, thief().session(null).build()).isNotEvaluable("no-session"),
                when(
                                "session of a change",
                                change("1", ChangeType.EMAIL_CHANGED, NOW).build())
                        .isNotEvaluable("no-session"),
                when("session of a failure", thief().session(null).failed().build())
                        .isQuiet(),
                when(
                                "network, on its own device",
                                BEGIN,
                                thief().device("laptop").asn(0).build())
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("missing")
    void use_of_which_too_little_is_known_is_not_evaluable(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> cooldowns() {
        Duration day = Duration.ofDays(1);
        Login otherSession = login("other", NOW.plusSeconds(60))
                .device("phone")
                .session("s2")
                .build();
        return List.of(
                when(
                                "just below 24 h",
                                BEGIN,
                                thief().build(),
                                thief("2", day.minusMillis(1)).build())
                        .isCoolingDown(),
                when("at 24 h", BEGIN, thief().build(), thief("2", day).build()).fires(HIGH),
                when(
                                "another session at once",
                                BEGIN,
                                otherSession,
                                thief().build(),
                                thief("2", Duration.ofMinutes(1)).session("s2").build())
                        .fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource("cooldowns")
    void session_cools_down_for_a_day(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void account_that_is_still_learning_is_told_of_as_well() {
        when("second login ever", BEGIN, thief().build()).fires(HIGH).happensTo(TestAccount.fresh(), ID);
    }

    @Test
    void use_that_comes_late_is_told_as_late() {
        TestAccount account = TestAccount.settledInOslo()
                .sees(BEGIN)
                .sees(login("later", NOW.plus(Duration.ofHours(3)))
                        .session("s1")
                        .build())
                .sees(thief().build());

        assertThat(Told.last(account, ID).late()).isTrue();
    }

    @Test
    void alert_tells_where_the_session_belongs_and_where_it_was_used() {
        TestAccount account = TestAccount.settledInOslo().sees(BEGIN).sees(thief().build());
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.facts())
                .containsExactly(
                        entry("used_for", "login"),
                        entry("begun_at", "2026-03-02T12:00:00Z"),
                        entry("begun_asn", "2119"),
                        entry("begun_country", "NO"),
                        entry("asn", "37148"),
                        entry("network", "RESIDENTIAL"),
                        entry("ip", "105.112.4.7"),
                        entry("country", "NG"));
        assertThat(signal.evidence())
                .containsExactly(new Evidence("1", "login with another device's session", NOW.plusSeconds(600)));
        assertThat(Told.of(signal).summary())
                .isEqualTo("Session last used by its own device at 2026-03-02T12:00:00Z in AS2119, NO."
                        + " Now: login by another device in AS37148, NG, network RESIDENTIAL. Threshold: one use.");
        assertThat(Told.detector(ID).recommend(HIGH)).isEqualTo(Action.LOCK_ACCOUNT);
    }

    private static LoginBuilder thief() {
        return thief("1", Duration.ZERO);
    }

    private static LoginBuilder thief(String id, Duration later) {
        return login(id, NOW.plusSeconds(600).plus(later))
                .from(Place.LAGOS)
                .device("thief")
                .session("s1");
    }
}
