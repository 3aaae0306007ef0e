package dev.tocsin.testing;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Initiator;
import dev.tocsin.account.Login.Outcome;
import dev.tocsin.account.Mfa;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Histories in which everything happens that detectors look for, more often than in life. */
public final class RandomHistory extends RandomEvents {
    private static final List<ChangeType> LOCKOUT =
            List.of(ChangeType.EMAIL_CHANGED, ChangeType.MFA_ENROLLED, ChangeType.SESSIONS_REVOKED);

    /** Before and after what puts many events into one hour, so that no timeline overflows. */
    private static final Duration PAUSE = Duration.ofHours(2);

    private RandomHistory(long seed) {
        super(seed);
    }

    /** Events of one account in timeline order, with gaps from none to most of a year, bursts and thefts included. */
    public static List<AccountEvent> of(long seed, int size) {
        RandomHistory history = new RandomHistory(seed);
        List<AccountEvent> events = new ArrayList<>(history.random.nextInt(4) == 0 ? history.calm() : List.of());
        while (events.size() < size) {
            events.addAll(history.next());
        }
        events.sort(AccountEvent.TIMELINE_ORDER);
        return new ArrayList<>(events.subList(0, size));
    }

    /** Six weeks of one login a day, at one time of the day: what a habit of hours takes; and some errands. */
    private List<AccountEvent> calm() {
        List<AccountEvent> events = new ArrayList<>();
        for (int day = 0; day < 42; day++) {
            now = TestAccount.NOW.plus(Duration.ofDays(day));
            events.add(home(LoginBuilder.login(id(), soon(1_800))).build());
            if (random.nextInt(5) == 0) {
                events.addAll(errand());
            }
        }
        return events;
    }

    /** The owner changes one thing after another on the known laptop, with a second factor before the last or without. */
    private List<AccountEvent> errand() {
        ChangeType first = random.nextInt(3) == 0 ? ChangeType.PASSWORD_CHANGED : anyChange();
        ChangeType last = random.nextBoolean() ? ChangeType.PAYOUT_CHANGED : anyChange();
        List<AccountEvent> events = new ArrayList<>();
        for (ChangeType type : random.nextInt(6) == 0 ? LOCKOUT : List.of(first, last)) {
            if (!events.isEmpty() && random.nextBoolean()) {
                events.add(
                        home(LoginBuilder.login(id(), soon(1_500))).mfaPassed().build());
            }
            events.add(
                    valued(home(ChangeBuilder.change(id(), type, soon(1_500)))).build());
        }
        return events;
    }

    private List<AccountEvent> next() {
        now = now.plus(gap());
        return switch (random.nextInt(36)) {
            case 0 -> apart(this::guessing);
            case 1 -> apart(this::bombing);
            case 2 -> apart(this::takeover);
            case 3 -> apart(this::requests);
            case 4 -> apart(this::flipBack);
            case 5 -> apart(this::stolenSession);
            case 6 -> apart(this::awakening);
            case 7, 8 -> apart(this::errand);
            case 9, 10, 11, 12, 13, 14, 15, 16 -> List.of(change());
            default -> List.of(login());
        };
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

    private List<AccountEvent> apart(Supplier<List<AccountEvent>> story) {
        now = now.plus(PAUSE);
        List<AccountEvent> events = story.get();
        now = now.plus(PAUSE);
        return events;
    }

    /** Guessing from one machine or from many, which may end with a success and a change. */
    private List<AccountEvent> guessing() {
        Place place = any(List.of(Place.values()));
        int networks = 1 + random.nextInt(4);
        boolean ownDevice = random.nextInt(4) == 0;
        UnaryOperator<LoginBuilder> from = login -> login.from(place).device(ownDevice ? "device-0" : "guesser");
        List<AccountEvent> events = new ArrayList<>();
        int attempts = 5 + random.nextInt(25);
        for (int i = 0; i < attempts; i++) {
            LoginBuilder attempt = from.apply(LoginBuilder.login(id(), soon(8))).failed();
            int network = i * networks / attempts;
            boolean abroad = networks == 2 && network == 1;
            events.add((abroad ? attempt.from(Place.BERLIN) : attempt.ip("198.51." + network + ".7")).build());
        }
        if (random.nextBoolean()) {
            events.add(ChangeBuilder.change(id(), ChangeType.PASSWORD_RESET, soon(60))
                    .build());
        }
        events.add(
                random.nextBoolean()
                        ? from.apply(LoginBuilder.login(id(), soon(600))).build()
                        : login());
        events.add(changeAt(soon(3_000)));
        return events;
    }

    /** Prompt after prompt, until one is accepted or not. */
    private List<AccountEvent> bombing() {
        List<AccountEvent> events = new ArrayList<>();
        String device = "device-" + random.nextInt(30);
        for (int left = 4 + random.nextInt(6); left > 0; left--) {
            LoginBuilder prompt =
                    LoginBuilder.login(id(), soon(60)).from(Place.BERLIN).device(device);
            events.add(prompt.outcome(Outcome.MFA_DENIED).mfa(Mfa.FAILED).build());
        }
        LoginBuilder end =
                LoginBuilder.login(id(), soon(900)).from(Place.BERLIN).device(device);
        events.add((random.nextInt(3) == 0 ? end : end.mfaPassed()).build());
        return events;
    }

    /** A stranger comes in and changes one thing after another. */
    private List<AccountEvent> takeover() {
        Place place = any(List.of(Place.values()));
        String device = "device-" + random.nextInt(30);
        List<AccountEvent> events = new ArrayList<>();
        events.add(LoginBuilder.login(id(), now).from(place).device(device).build());
        List<ChangeType> types = random.nextInt(3) == 0 ? LOCKOUT : List.of(anyChange(), anyChange(), anyChange());
        for (ChangeType type : types) {
            events.add(valued(ChangeBuilder.change(id(), type, soon(600))
                            .from(place)
                            .device(device))
                    .build());
        }
        return events;
    }

    private List<AccountEvent> requests() {
        List<AccountEvent> events = new ArrayList<>();
        for (int left = 4 + random.nextInt(5); left > 0; left--) {
            events.add(ChangeBuilder.change(id(), ChangeType.PASSWORD_RESET_REQUESTED, soon(600))
                    .by(any(List.of(Initiator.OWNER, Initiator.OWNER, Initiator.UNKNOWN, Initiator.SUPPORT)))
                    .build());
        }
        return events;
    }

    private List<AccountEvent> flipBack() {
        List<AccountEvent> events = new ArrayList<>();
        events.add(
                payout(ChangeType.PAYOUT_CHANGED).instead("iban-0").to("iban-9").build());
        now = now.plus(gap());
        events.add(payout(ChangeType.PAYOUT_REQUESTED).to("iban-9").build());
        now = now.plus(gap());
        ChangeBuilder back = payout(ChangeType.PAYOUT_CHANGED);
        events.add((random.nextInt(4) == 0 ? back : back.instead("iban-9").to("iban-0")).build());
        return events;
    }

    private ChangeBuilder payout(ChangeType type) {
        return where(ChangeBuilder.change(id(), type, soon(600))).by(Initiator.OWNER);
    }

    /** A session that the laptop began is used from elsewhere. */
    private List<AccountEvent> stolenSession() {
        String session = "stolen-" + random.nextInt(3);
        LoginBuilder owner = LoginBuilder.login(id(), now).device("device-0").session(session);
        return List.of(
                owner.build(),
                where(LoginBuilder.login(id(), soon(900))).session(session).build(),
                where(ChangeBuilder.change(id(), anyChange(), soon(900)))
                        .session(session)
                        .build());
    }

    /** Silence for three months or more than six, and then a login and a change. */
    private List<AccountEvent> awakening() {
        now = now.plus(Duration.ofDays(random.nextBoolean() ? 85 + random.nextInt(30) : 175 + random.nextInt(200)));
        LoginBuilder login = where(LoginBuilder.login(id(), now));
        return List.of(login.build(), changeAt(soon(7_000)));
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
