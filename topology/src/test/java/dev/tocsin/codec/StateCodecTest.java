package dev.tocsin.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.engine.AccountState;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.engine.Outcome;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.RandomHistory;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateCodecTest {
    private final DetectionEngine engine = new DetectionEngine(TestAccount.GRACE, event -> TestAccount.RULES);

    static LongStream seeds() {
        return new Random(7).longs(60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void state_survives_its_bytes_at_every_point_of_a_history(long seed) {
        List<AccountEvent> events =
                RandomHistory.shuffled(RandomHistory.of(seed, 150), seed, Duration.ofMinutes(90)); // some come late
        AccountState state = AccountState.EMPTY;
        for (AccountEvent event : events) {
            Outcome outcome = engine.apply(state, event);
            byte[] bytes = StateCodec.write(new StoredAccount(outcome.state(), 17, 4), TestAccount.ID);
            StoredAccount read = StateCodec.read(bytes, TestAccount.ID);
            assertThat(read).isEqualTo(new StoredAccount(outcome.state(), 17, 4));
            assertThat(StateCodec.write(read, TestAccount.ID)).isEqualTo(bytes);
            assertThat(bytes.length).isLessThan(8_192);
            state = read.state();
        }
    }

    @Test
    void a_typical_account_takes_few_bytes() {
        TestAccount account = TestAccount.fresh();
        Random random = new Random(1);
        for (int i = 0; i < 30; i++) {
            boolean atWork = i % 3 == 0;
            account.sees(LoginBuilder.login(uuid(random), TestAccount.NOW.plus(Duration.ofHours(19L * i)))
                    .from(atWork ? Place.DRAMMEN : Place.OSLO)
                    .asn(atWork ? 29_695 : 2_119)
                    .device(atWork ? "phone" : "laptop")
                    .agent(atWork ? "Mobile Safari/iOS/17" : "Firefox/Linux")
                    .session(uuid(random))
                    .build());
        }

        int size = StateCodec.write(new StoredAccount(account.state(), 1_000_000, -1), TestAccount.ID).length;

        System.out.println(
                "state of a typical account (30 logins, 2 devices, 2 places, 2 networks): " + size + " bytes");
        assertThat(size).isLessThanOrEqualTo(400);
    }

    private static String uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Recent states are kept in arrays that may be longer. */
    @ParameterizedTest
    @MethodSource("seeds")
    void what_stands_behind_a_state_means_nothing(long seed) {
        AccountState state = AccountState.EMPTY;
        for (AccountEvent event : RandomHistory.of(seed, 40)) {
            state = engine.apply(state, event).state();
        }
        byte[] bytes = StateCodec.write(new StoredAccount(state, 17, 4), TestAccount.ID);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 64);
        Arrays.fill(longer, bytes.length, longer.length, (byte) -1);

        StoredAccount read = StateCodec.read(longer, TestAccount.ID);

        assertThat(read).isEqualTo(new StoredAccount(state, 17, 4));
        assertThat(StateCodec.write(read, TestAccount.ID)).isEqualTo(bytes);
    }

    @Test
    void a_layout_from_the_future_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> StateCodec.read(new byte[] {9, 0}, "a"))
                .hasMessageContaining("layout 9")
                .hasMessageContaining("newer release");
    }

    @Test
    void an_account_never_seen_is_empty() {
        assertThat(StateCodec.read(null, "a")).isEqualTo(StoredAccount.EMPTY);
    }
}
