package dev.tocsin.alerting;

import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Login;
import dev.tocsin.testing.Memories;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningTest {
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    @ParameterizedTest
    @CsvSource({"1, true", "9, true", "10, false", "11, false"})
    void learning_ends_with_the_tenth_login(int logins, boolean expected) {
        AccountMemory memory = Memories.of(IntStream.range(0, logins)
                .mapToObj(i -> login("e" + i, NOW.plusSeconds(i)).build())
                .toList());

        assertThat(isOngoing(Learning.DEFAULTS, memory, Duration.ofDays(1))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void learning_ends_after_a_fortnight(long overMillis, boolean expected) {
        AccountMemory memory = Memories.of(login("e", NOW).build());

        assertThat(isOngoing(Learning.DEFAULTS, memory, FORTNIGHT.plusMillis(overMillis)))
                .isEqualTo(expected);
    }

    @Test
    void very_first_event_is_in_the_learning() {
        assertThat(isOngoing(Learning.DEFAULTS, AccountMemory.EMPTY, Duration.ZERO))
                .isTrue();
    }

    @Test
    void failures_are_not_counted_as_logins() {
        AccountMemory memory = Memories.of(IntStream.range(0, 50)
                .mapToObj(i -> login("e" + i, NOW.plusSeconds(i)).failed().build())
                .toList());

        assertThat(isOngoing(Learning.DEFAULTS, memory, Duration.ofDays(1))).isTrue();
    }

    @Test
    void late_event_before_the_first_is_in_the_learning() {
        AccountMemory memory = Memories.of(login("e", NOW).build());

        assertThat(isOngoing(Learning.DEFAULTS, memory, Duration.ofDays(-100))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true"})
    void learning_starts_anew_with_the_login_that_ends_half_a_year_of_silence(long overMillis, boolean expected) {
        AccountMemory memory = Memories.of(login("e", NOW).build());
        Duration silence = AccountMemory.RELEARN_AFTER.plusMillis(overMillis);

        assertThat(isOngoing(Learning.DEFAULTS, memory, silence)).isEqualTo(expected);
    }

    @Test
    void learning_goes_on_after_the_login_that_ended_the_silence() {
        Login back = login("b", NOW.plus(Duration.ofDays(181))).build();
        AccountMemory memory = Memories.of(login("a", NOW).build(), back);

        assertThat(isOngoing(Learning.DEFAULTS, memory, Duration.ofDays(182))).isTrue();
        assertThat(isOngoing(Learning.DEFAULTS, memory, Duration.ofDays(195))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"P0D, 10", "P14D, 0"})
    void learning_that_is_switched_off_never_goes_on(Duration period, int logins) {
        AccountMemory memory = Memories.of(login("e", NOW).build());
        Learning off = new Learning(period, logins);

        assertThat(isOngoing(off, AccountMemory.EMPTY, Duration.ZERO)).isFalse();
        assertThat(isOngoing(off, memory, Duration.ofSeconds(1))).isFalse();
        assertThat(isOngoing(off, memory, Duration.ofDays(400))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"P-1D, 10, period", "P14D, -1, logins", "P14D, 256, logins"})
    void setting_out_of_its_range_is_refused(Duration period, int logins, String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Learning(period, logins))
                .withMessageStartingWith(name);
    }

    /** Looked at so long after NOW. */
    private static boolean isOngoing(Learning learning, AccountMemory memory, Duration later) {
        return learning.isOngoing(memory, NOW.plus(later).toEpochMilli());
    }
}
