package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tocsin.account.Login;
import dev.tocsin.account.Login.AuthMethod;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The account's own baseline has a test of its own, {@link LoginVelocityBaselineTest}. */
class LoginVelocitySpikeDetectorTest {
    private static final String ID = "login-velocity-spike";

    static List<Story> bursts() {
        return List.of(
                when("ten failures in five minutes", failures(10)).isQuiet(),
                when("eleven failures", failures(11)).fires(LOW),
                when("eleven successes", burst(11, NOW, login -> login)).fires(LOW),
                when("eleven from another device", burst(11, NOW, login -> login.failed()
                                .device("stranger")))
                        .fires(MEDIUM),
                when("eleven from no device", burst(11, NOW, login -> login.failed()
                                .device(null)))
                        .fires(MEDIUM),
                when("ten from the laptop and one from another", mixed("stranger"))
                        .fires(MEDIUM),
                when("ten from the laptop and one from none", mixed(null)).fires(MEDIUM),
                when("eleven from another country", burst(11, NOW, login -> login.failed()
                                .from(Place.LAGOS)))
                        .fires(LOW),
                when("the twelfth", failures(12)).isCoolingDown());
    }

    @ParameterizedTest
    @MethodSource("bursts")
    void eleventh_attempt_within_five_minutes_fires(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> quiet() {
        return List.of(
                when("sessions waking up", burst(40, NOW, login -> login.method(AuthMethod.SESSION_RESUME)))
                        .isQuiet(),
                when("a resumed session after ten failures", resumedAfter(10)).isQuiet(),
                when("forty failures in forty minutes", spread(40, 60)).isQuiet(),
                when("ten in five minutes, all day", spread(2_000, 30)).isQuiet());
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void what_is_no_burst_of_attempts_stays_silent(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    /** NOW is the start of a bucket. */
    static List<Story> edges() {
        Instant hourLater = NOW.plusSeconds(3_600);
        return List.of(
                when("first attempt in a bucket just below five minutes old", firstAndTenAt(285_000))
                        .fires(LOW),
                when("the same at the end of the bucket", firstAndTenAt(299_999))
                        .fires(LOW),
                when("first attempt in a bucket five minutes old", firstAndTenAt(300_000))
                        .isQuiet(),
                when("second burst just below an hour later", twoBursts(hourLater.minusMillis(1)))
                        .isCoolingDown(),
                when("second burst an hour later", twoBursts(hourLater)).fires(LOW),
                when("more severe at once", laptopThenStranger()).fires(MEDIUM));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void threshold_is_met_exactly(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void alert_tells_the_usual_and_the_threshold() {
        TestAccount account = TestAccount.settledInOslo();
        failures(11).forEach(account::sees);

        assertThat(Told.last(account, ID).signal().facts())
                .containsExactly(
                        entry("attempts", "11"),
                        entry("window", "5 min"),
                        entry("threshold", "10.0"),
                        entry("usual_per_hour", "0.0"),
                        entry("deviation_per_hour", "0.1"),
                        entry("basis", "own baseline"),
                        entry("device", "one known device"),
                        entry("outcome", "FAILED"),
                        entry("ip", "84.208.20.10"),
                        entry("country", "NO"));
        assertThat(Told.of(account, ID).summary())
                .isEqualTo("Usual: 0.0 attempts an hour, deviation 0.1. Now: 11 attempts in 5 min,"
                        + " from one known device. Threshold: 10.0 (own baseline).");
    }

    @Test
    void alert_rests_on_the_attempt_that_went_over_the_threshold() {
        TestAccount account = TestAccount.settledInOslo();
        failures(14).forEach(account::sees);

        assertThat(account.alerts(ID)).hasSize(1);
        assertThat(Told.last(account, ID).signal().evidence())
                .extracting(Evidence::eventId)
                .containsExactly("b10");
    }

    private static List<Login> failures(int attempts) {
        return burst(attempts, NOW, LoginBuilder::failed);
    }

    /** One attempt a second. */
    private static List<Login> burst(int attempts, Instant start, UnaryOperator<LoginBuilder> kind) {
        return IntStream.range(0, attempts)
                .mapToObj(i -> kind.apply(login("b" + i, start.plusSeconds(i))).build())
                .toList();
    }

    private static List<Login> spread(int attempts, int secondsApart) {
        return IntStream.range(0, attempts)
                .mapToObj(i -> login("s" + i, NOW.plusSeconds((long) i * secondsApart))
                        .failed()
                        .build())
                .toList();
    }

    private static List<Login> mixed(@Nullable String device) {
        return plus(failures(10), login("x", NOW.plusSeconds(20)).failed().device(device));
    }

    private static List<Login> resumedAfter(int attempts) {
        return plus(failures(attempts), login("x", NOW.plusSeconds(20)).method(AuthMethod.SESSION_RESUME));
    }

    private static List<Login> plus(List<Login> logins, LoginBuilder last) {
        return Stream.concat(logins.stream(), Stream.of(last.build())).toList();
    }

    private static List<Login> firstAndTenAt(long millis) {
        List<Login> logins = new ArrayList<>();
        logins.add(login("first", NOW).failed().build());
        for (int i = 0; i < 10; i++) {
            logins.add(login("t" + i, NOW.plusMillis(millis)).failed().build());
        }
        return logins;
    }

    /** Eleven at once, and eleven at once again. */
    private static List<Login> twoBursts(Instant second) {
        List<Login> logins = new ArrayList<>();
        for (int i = 10; i < 21; i++) {
            logins.add(login("a" + i, NOW).failed().build());
        }
        for (int i = 10; i < 21; i++) {
            logins.add(login("b" + i, second).failed().build());
        }
        return logins;
    }

    private static List<Login> laptopThenStranger() {
        return plus(failures(12), login("x", NOW.plusSeconds(20)).failed().device("stranger"));
    }
}
