package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.AttemptBaseline;
import dev.tocsin.account.AttemptWindow;
import dev.tocsin.account.Login;
import dev.tocsin.testing.Memories;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the detector compares a burst with. */
class LoginVelocityBaselineTest {
    private static final String ID = "login-velocity-spike";
    private static final AttemptBaseline TWENTY_AND_FOUR = baseline(20, 4);
    private static final Duration THREE_DAYS = Duration.ofDays(3);

    static List<Story> young() {
        return List.of(
                when("thirty attempts by nobody known", attempts(30)).isQuiet(),
                when("thirty-one attempts", attempts(31)).fires(MEDIUM));
    }

    @ParameterizedTest
    @MethodSource("young")
    void account_without_history_has_a_fixed_threshold(Story story) {
        story.happensTo(TestAccount.fresh(), ID);
    }

    @ParameterizedTest
    @CsvSource({"-1, QUIET", "0, FIRED", "1, FIRED"})
    void baseline_counts_once_three_days_are_known(long overMillis, String expected) {
        Instant first = NOW.plusSeconds(10).minus(THREE_DAYS).minusMillis(overMillis);
        TestAccount account = TestAccount.fresh().sees(login("first", first).build());
        attempts(11).forEach(account::sees);

        assertThat(account.lastEvaluation(ID).result()).hasToString(expected);
    }

    /** Mean 20 and deviation 4 make a threshold of 20 + 6 · 4. */
    @ParameterizedTest
    @CsvSource({"43, false", "44, false", "45, true"})
    void burst_must_go_over_mean_and_six_deviations(int attempts, boolean fires) {
        assertThat(examine(TWENTY_AND_FOUR, attempts) instanceof Signal).isEqualTo(fires);
    }

    @ParameterizedTest
    @CsvSource({"10, false", "11, true"})
    void threshold_of_a_quiet_account_is_ten(int attempts, boolean fires) {
        assertThat(examine(baseline(1, 1), attempts) instanceof Signal).isEqualTo(fires);
    }

    @Test
    void busy_account_may_do_what_it_always_does() {
        List<Login> logins = new ArrayList<>();
        for (int hour = 0; hour < 24 * 21; hour++) {
            logins.addAll(burstOf(25, NOW.minus(Duration.ofHours(24 * 21 - hour)), "h" + hour + "-"));
        }
        AccountMemory busy = Memories.of(logins);

        assertThat(examine(busy, burstOf(25, NOW, "n"))).isEqualTo(Finding.QUIET);
        assertThat(examine(busy, burstOf(120, NOW, "n"))).isInstanceOf(Signal.class);
    }

    @Test
    void burst_does_not_raise_its_own_threshold() {
        AccountMemory before = memory(TWENTY_AND_FOUR);
        Signal signal = (Signal) examine(before, burstOf(60, NOW, "n"));

        assertThat(signal.facts()).containsEntry("usual_per_hour", "20.0").containsEntry("threshold", "44.0");
    }

    @Test
    void late_attempt_is_not_evaluable() {
        AccountMemory memory = memory(TWENTY_AND_FOUR);
        Moment late = new Moment(memory, login("late", NOW).build(), true);

        assertThat(detector().examine(late)).isEqualTo(new Finding.NotEvaluable("late"));
    }

    @Test
    void burst_from_one_known_device_is_low() {
        AccountMemory known = Memories.of(login("known", NOW.minus(THREE_DAYS)).build());
        Signal signal = (Signal) examine(known, burstOf(11, NOW, "n"));

        assertThat(signal.severity()).isEqualTo(LOW);
    }

    private static Finding examine(AttemptBaseline baseline, int attempts) {
        return examine(memory(baseline), burstOf(attempts, NOW, "n"));
    }

    /** What the detector makes of the last of some logins on top of a memory. */
    private static Finding examine(AccountMemory memory, List<Login> logins) {
        AccountMemory before = memory;
        for (Login login : logins.subList(0, logins.size() - 1)) {
            before = before.after(login, List.of());
        }
        Login last = logins.get(logins.size() - 1);
        return detector().examine(new Moment(before, last, false));
    }

    private static LoginVelocitySpikeDetector detector() {
        return new LoginVelocitySpikeDetector(LoginVelocitySpikeDetector.DEFAULTS);
    }

    /** In the hour of NOW. */
    private static AttemptBaseline baseline(float mean, float deviation) {
        return new AttemptBaseline(NOW.toEpochMilli() / 3_600_000, 0, mean, mean * mean + deviation * deviation);
    }

    /** An account known for three days, with this baseline. */
    private static AccountMemory memory(AttemptBaseline baseline) {
        AccountMemory first =
                Memories.of(login("first", NOW.minus(THREE_DAYS)).failed().build());
        return new AccountMemory(
                first.learningSinceMillis(),
                first.learnedLogins(),
                first.relearning(),
                first.lastSuccessMillis(),
                first.habits(),
                first.travels(),
                first.landmarks(),
                first.sessions(),
                first.changes(),
                first.destinations(),
                first.lastMfa(),
                AttemptWindow.EMPTY,
                baseline,
                first.bursts(),
                first.marks());
    }

    private static List<Login> attempts(int attempts) {
        return burstOf(attempts, NOW, "b");
    }

    /** One failure a second, for at most ten seconds, then all in one. */
    private static List<Login> burstOf(int attempts, Instant start, String prefix) {
        return IntStream.range(0, attempts)
                .mapToObj(i -> login(prefix + (100 + i), start.plusSeconds(Math.min(i, 10)))
                        .failed()
                        .build())
                .toList();
    }
}
