package dev.tocsin.testing;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Initiator;
import dev.tocsin.account.IpAddress;
import dev.tocsin.account.Login;
import dev.tocsin.account.Login.AuthMethod;
import dev.tocsin.account.Login.FailureReason;
import dev.tocsin.account.Login.Outcome;
import dev.tocsin.account.Mfa;
import dev.tocsin.account.Network;
import dev.tocsin.account.Source;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events that no platform would send, in no order: every value of every field beside every other, and gaps everywhere. */
public final class WildHistory {
    private static final List<String> COUNTRIES = List.of("NO", "SE", "ZZ", "AA");
    private static final List<String> CITIES = List.of("Oslo", "", "New York", "北京");
    private static final long DAY = 86_400_000;

    private final Random random;
    private int sequence;

    private WildHistory(long seed) {
        random = new Random(seed);
    }

    /** Any order, now and then an id that was there before. */
    public static List<AccountEvent> of(long seed, int size) {
        WildHistory history = new WildHistory(seed);
        return Stream.generate(history::next).limit(size).toList();
    }

    private AccountEvent next() {
        String id = random.nextInt(10) == 0 ? "e" + random.nextInt(1 + sequence) : "e" + sequence++;
        return random.nextInt(3) == 0 ? change(id) : login(id);
    }

    private Login login(String id) {
        return new Login(
                id,
                TestAccount.ID,
                "default",
                at(),
                any(List.of(Outcome.values())),
                any(List.of(FailureReason.values())),
                any(List.of(AuthMethod.values())),
                any(List.of(Mfa.values())),
                source());
    }

    private AccountChange change(String id) {
        return new AccountChange(
                id,
                TestAccount.ID,
                "default",
                at(),
                any(List.of(ChangeType.values())),
                any(List.of(Initiator.values())),
                any(List.of(Mfa.values())),
                hash(),
                hash(),
                random.nextInt(8) == 0 ? Source.UNKNOWN : source());
    }

    private Source source() {
        return new Source(
                ip(),
                orNull(any(COUNTRIES)),
                orNull(any(CITIES)),
                orNull(new GeoPoint(random.nextInt(18_001) - 9_000, random.nextInt(36_001) - 18_000)),
                random.nextInt(3) * 1_000,
                random.nextInt(3),
                hash(),
                random.nextInt(3),
                hash(),
                any(List.of(Network.values())));
    }

    private Instant at() {
        long day = random.nextInt(20) == 0 ? random.nextInt(2_000) - 1_000 : random.nextInt(4);
        return TestAccount.NOW.plusMillis(day * DAY + random.nextInt(10_000_000));
    }

    private @Nullable IpAddress ip() {
        return orNull(new IpAddress(random.nextBoolean() ? 0 : random.nextLong(), random.nextLong()));
    }

    private long hash() {
        return random.nextBoolean() ? Hash64.NONE : 1 + random.nextInt(3);
    }

    private <T> @Nullable T orNull(T value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
