package dev.tocsin.testing;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Initiator;
import dev.tocsin.account.Login.AuthMethod;
import dev.tocsin.account.Network;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Histories in which everything happens that detectors look for, more often than in life. */
public final class RandomHistory {
    private static final List<ChangeType> CHANGES = List.of(
            ChangeType.PASSWORD_RESET,
            ChangeType.PASSWORD_RESET,
            ChangeType.PAYOUT_CHANGED,
            ChangeType.PAYOUT_CHANGED,
            ChangeType.EMAIL_CHANGED,
            ChangeType.MFA_DISABLED,
            ChangeType.UNKNOWN);

    private final Random random;
    private Instant now = TestAccount.NOW;
    private int sequence;

    private RandomHistory(long seed) {
        random = new Random(seed);
    }

    /** Events of one account in timeline order, with gaps from none to weeks, bursts included. */
    public static List<AccountEvent> of(long seed, int size) {
        RandomHistory history = new RandomHistory(seed);
        List<AccountEvent> events = new ArrayList<>();
        while (events.size() < size) {
            events.addAll(history.next());
        }
        events.sort(AccountEvent.TIMELINE_ORDER);
        return new ArrayList<>(events.subList(0, size));
    }

    private List<AccountEvent> next() {
        now = now.plus(gap());
        int kind = random.nextInt(20);
        if (kind == 0) {
            return burst();
        }
        return List.of(kind < 6 ? change() : login());
    }

    private Duration gap() {
        return switch (random.nextInt(8)) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofSeconds(random.nextInt(90));
            case 2, 3 -> Duration.ofMinutes(random.nextInt(50));
            case 4, 5 -> Duration.ofMinutes(random.nextInt(600));
            case 6 -> Duration.ofHours(random.nextInt(100));
            default -> Duration.ofDays(random.nextInt(12));
        };
    }

    /** Guessing from one machine, and then two quiet hours, so that no timeline overflows. */
    private List<AccountEvent> burst() {
        List<AccountEvent> events = new ArrayList<>();
        int attempts = 11 + random.nextInt(25);
        Place place = any(List.of(Place.values()));
        for (int i = 0; i < attempts; i++) {
            now = now.plusSeconds(random.nextInt(8));
            events.add(LoginBuilder.login(id(), now).from(place).failed().build());
        }
        now = now.plus(Duration.ofHours(2));
        return events;
    }

    private AccountEvent login() {
        LoginBuilder login = where(LoginBuilder.login(id(), now));
        if (random.nextInt(4) == 0) {
            login.failed();
        }
        if (random.nextInt(8) == 0) {
            login.mfaPassed();
        }
        if (random.nextInt(10) == 0) {
            login.method(AuthMethod.SESSION_RESUME);
        }
        return login.build();
    }

    private AccountEvent change() {
        ChangeBuilder change = where(ChangeBuilder.change(id(), any(CHANGES), now));
        change.by(any(List.of(Initiator.values())));
        if (random.nextBoolean()) {
            change.to("iban-" + random.nextInt(4)).instead("iban-" + random.nextInt(4));
        }
        return random.nextInt(6) == 0 ? change.mfaPassed().build() : change.build();
    }

    private <B extends SourceBuilder<B>> B where(B event) {
        int place = random.nextInt(12);
        if (place < 5) {
            event.from(Place.OSLO);
        } else if (place < 11) {
            event.from(any(List.of(Place.values())));
        } else {
            event.nowhere();
        }
        if (random.nextInt(4) == 0) {
            event.network(any(List.of(Network.values())));
        }
        return event.device(random.nextInt(6) == 0 ? null : "device-" + random.nextInt(3));
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** Ids in an order of their own, so that ties in time are broken against arrival as often as with it. */
    private String id() {
        return "e" + Integer.toHexString(sequence++ * 0x9E3779B1);
    }

    /**
     * The same events in an arrival order in which none comes later than the grace.
     *
     * <p>Each event is held back for up to the grace and the newest waits for nobody, so an event is never more than the
     * grace behind what has arrived.
     */
    public static List<AccountEvent> shuffled(List<AccountEvent> events, long seed, Duration grace) {
        Random random = new Random(seed);
        record Held(long until, int order, AccountEvent event) {}
        List<Held> held = new ArrayList<>();
        for (AccountEvent event : events) {
            long delay = random.nextInt(3) == 0 ? (long) (random.nextDouble() * grace.toMillis()) : 0;
            held.add(new Held(event.atMillis() + delay, random.nextInt(), event));
        }
        held.sort((a, b) -> a.until != b.until ? Long.compare(a.until, b.until) : Integer.compare(a.order, b.order));
        return new ArrayList<>(held.stream().map(Held::event).toList());
    }
}
