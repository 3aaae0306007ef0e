package dev.tocsin.liveness;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Network;
import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.SourceBuilder;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A person with a home in Oslo, a laptop and a phone, told day by day; the same seed tells the same life. */
public final class Life {
    static final String PHONE_AGENT = "Mobile Safari/iOS/17";
    static final String LAPTOP_AGENT = "Firefox/Linux";
    private static final long CARRIER = 2119;

    private final Random random;
    private final List<AccountEvent> events = new ArrayList<>();
    private Instant now = TestAccount.NOW.truncatedTo(ChronoUnit.DAYS);

    Life(long seed) {
        random = new Random(seed);
    }

    public List<AccountEvent> events() {
        return List.copyOf(events);
    }

    Random random() {
        return random;
    }

    /** Three months of ordinary days, both devices from the first on; then it is ten in the morning. */
    Life settled() {
        later(Duration.ofHours(8)).login(Life::laptop).login(this::phone).later(Duration.ofHours(16));
        return days(90).later(Duration.ofHours(10));
    }

    /** The same, but on the laptop only and at nine sharp, more or less. */
    Life settledInOffice() {
        for (int day = 0; day < 90; day++) {
            Instant midnight = now;
            now = midnight.plus(Duration.ofHours(9)).plus(minutes(0, 30));
            login(Life::laptop);
            now = midnight.plus(Duration.ofDays(1));
        }
        return this;
    }

    Life days(int count) {
        for (int day = 0; day < count; day++) {
            ordinaryDay();
        }
        return this;
    }

    /** One to three visits between breakfast and bed, on the laptop or the phone. */
    private void ordinaryDay() {
        Instant midnight = now.plus(Duration.ofDays(1).minusMillis(1)).truncatedTo(ChronoUnit.DAYS);
        now = midnight.plus(Duration.ofHours(7)).plus(minutes(0, 180));
        int visits = 1 + random.nextInt(3);
        for (int visit = 0; visit < visits; visit++) {
            login(random.nextInt(10) < 7 ? Life::laptop : this::phone);
            later(minutes(30, 240));
        }
        now = midnight.plus(Duration.ofDays(1));
    }

    Life later(Duration span) {
        now = now.plus(span);
        return this;
    }

    Duration minutes(int from, int to) {
        return Duration.ofSeconds(60L * from + random.nextInt(60 * (to - from)));
    }

    static <B extends SourceBuilder<B>> B laptop(B event) {
        return event.device("laptop").agent(LAPTOP_AGENT);
    }

    /** At home, or on the carrier. */
    <B extends SourceBuilder<B>> B phone(B event) {
        B phone = event.device("phone").agent(PHONE_AGENT);
        return random.nextBoolean() ? phone : carrier(phone);
    }

    <B extends SourceBuilder<B>> B carrier(B event) {
        return event.network(Network.MOBILE)
                .asn(CARRIER)
                .ip("77.16." + random.nextInt(256) + "." + random.nextInt(256));
    }

    static <B extends SourceBuilder<B>> B stranger(B event) {
        return event.from(Place.LAGOS).device("stranger").agent("Chrome/Windows/10");
    }

    Life login(UnaryOperator<LoginBuilder> how) {
        LoginBuilder login = LoginBuilder.login(id("l"), now).session(id("s"));
        events.add(how.apply(login).build());
        return later(Duration.ofSeconds(1 + random.nextInt(20)));
    }

    Life failures(int count, UnaryOperator<LoginBuilder> how) {
        for (int i = 0; i < count; i++) {
            login(attempt -> how.apply(attempt).session(null).failed());
        }
        return this;
    }

    Life change(ChangeType type, UnaryOperator<ChangeBuilder> how) {
        events.add(how.apply(ChangeBuilder.change(id("c"), type, now)).build());
        return later(Duration.ofSeconds(20 + random.nextInt(60)));
    }

    private String id(String kind) {
        return kind + events.size();
    }
}
