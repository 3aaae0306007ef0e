package dev.tocsin.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Initiator;
import dev.tocsin.account.IpAddress;
import dev.tocsin.account.Login;
import dev.tocsin.account.Login.AuthMethod;
import dev.tocsin.account.Login.FailureReason;
import dev.tocsin.account.Login.Outcome;
import dev.tocsin.account.Mfa;
import dev.tocsin.account.Network;
import dev.tocsin.account.Source;
import dev.tocsin.engine.AccountState;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However hostile the input, an account's state stays small. */
class StateBoundsTest {
    private static final int MAX_BYTES = 8_192;
    private static final int EVENTS = 400;
    private static final List<Outcome> OUTCOMES =
            List.of(Outcome.SUCCEEDED, Outcome.SUCCEEDED, Outcome.FAILED, Outcome.MFA_DENIED);

    private static final List<ChangeType> CHANGES = List.of(ChangeType.values());

    private static int largest;

    private final DetectionEngine engine = new DetectionEngine(TestAccount.GRACE, event -> TestAccount.RULES);

    static LongStream seeds() {
        return new Random(5).longs(40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_flood_of_the_longest_events_that_are_accepted_stays_under_eight_kibibytes(long seed) {
        Random random = new Random(seed);
        int worst = 0;
        AccountState state = AccountState.EMPTY;
        Instant now = TestAccount.NOW;
        for (int i = 0; i < EVENTS; i++) {
            now = now.plus(gap(random, i));
            state = engine.apply(state, hostile(random, now)).state();
            byte[] bytes = StateCodec.write(new StoredAccount(state, Long.MAX_VALUE, Long.MAX_VALUE), TestAccount.ID);
            worst = Math.max(worst, bytes.length);
        }
        largest = Math.max(largest, worst);
        assertThat(worst).isLessThan(MAX_BYTES);
    }

    @AfterAll
    static void tell() {
        System.out.println("largest state under hostile input: " + largest + " bytes");
    }

    /** Minutes most of the time, a day now and then so that things settle, and once a silence. */
    private static Duration gap(Random random, int event) {
        if (event == EVENTS / 2) {
            return Duration.ofDays(100);
        }
        return event % 40 == 0 ? Duration.ofDays(1) : Duration.ofSeconds(random.nextInt(300));
    }

    /** Every field set, at its longest, and different each time. */
    private static AccountEvent hostile(Random random, Instant at) {
        String id = text(random, AccountEvent.MAX_EVENT_ID_BYTES);
        String segment = text(random, AccountEvent.MAX_SEGMENT_BYTES);
        if (random.nextInt(3) > 0) {
            Outcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
            return new Login(
                    id,
                    TestAccount.ID,
                    segment,
                    at,
                    outcome,
                    FailureReason.UNKNOWN,
                    AuthMethod.UNKNOWN,
                    Mfa.UNKNOWN,
                    source(random));
        }
        ChangeType type = CHANGES.get(random.nextInt(CHANGES.size()));
        return new AccountChange(
                id,
                TestAccount.ID,
                segment,
                at,
                type,
                Initiator.UNKNOWN,
                Mfa.UNKNOWN,
                random.nextLong(),
                random.nextLong(),
                source(random));
    }

    private static Source source(Random random) {
        return new Source(
                new IpAddress(random.nextLong(), random.nextLong()),
                text(random, 2).toUpperCase(java.util.Locale.ROOT),
                text(random, Source.MAX_CITY),
                new GeoPoint(random.nextInt(18_000) - 9_000, random.nextInt(36_000) - 18_000),
                random.nextInt(20_000),
                4_294_967_295L - random.nextInt(1_000),
                random.nextLong(),
                random.nextInt(),
                random.nextLong(),
                random.nextBoolean() ? Network.RESIDENTIAL : Network.UNKNOWN);
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
