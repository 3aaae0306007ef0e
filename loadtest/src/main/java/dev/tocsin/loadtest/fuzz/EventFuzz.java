package dev.tocsin.loadtest.fuzz;

import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.loadtest.market.Attack;
import dev.tocsin.loadtest.market.AvroBytes;
import dev.tocsin.loadtest.market.Event;
import dev.tocsin.loadtest.market.Market;
import dev.tocsin.loadtest.market.MarketOptions;
import dev.tocsin.loadtest.market.Records;
import dev.tocsin.serde.AvroEncoder;
import dev.tocsin.serde.SchemaRegistry;
import dev.tocsin.streams.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Spoilt logins and account changes, between good ones, so that accounts have a past when they come. */
final class EventFuzz implements AutoCloseable {
    private static final int ACCOUNTS = 400;
    private static final int DAYS = 60;

    /** Records that are made of one event. */
    private static final int VARIANTS = 4;

    /** One in so many events of the other topic is sent. */
    private static final int OTHERS_IN = 10;

    /** An honest event takes 5 to 30 KB; a flood of them that comes out of order, and a header with another browser, more. */
    private static final long ALLOWANCE = 2L << 20;

    private static final int WARM_UP = 1_000;

    /** Of a thousand records: sent as they are, sent under another key, with a timestamp from anywhere. */
    private static final int GOOD = 100;

    private static final int OTHER_KEY = 20;
    private static final int WILD_TIME = 20;

    private final long seed;
    private final SchemaRegistry registry = SchemaRegistry.connect(Map.of("schema.registry.url", "mock://tocsin-fuzz"));
    private final ReadPath path;
    private final AvroBytes avro;
    private final Random random;
    private final Mutator mutator;
    private byte[] last = {};

    EventFuzz(long seed, Path stateDir) {
        this.seed = seed;
        this.random = new Random(seed);
        this.mutator = new Mutator(random);
        this.path = new ReadPath(registry, stateDir);
        this.avro = new AvroBytes(
                new AvroEncoder<>(registry, Topics.DEFAULTS.logins() + "-value", LoginEvent.class, true).prepare(),
                new AvroEncoder<>(registry, Topics.DEFAULTS.accountChanges() + "-value", AccountChangeEvent.class, true)
                        .prepare());
        warmUp();
    }

    /** Sends so many records of one of the two topics, and good ones of the other now and then. */
    Ledger run(boolean isLogin, long records) {
        Ledger ledger = new Ledger(isLogin ? Topics.DEFAULTS.logins() : Topics.DEFAULTS.accountChanges(), ALLOWANCE);
        long round = 0;
        while (ledger.records() < records) {
            Market market = market(round++);
            for (Event event = market.next(); event != null && ledger.records() < records; event = market.next()) {
                if (event.deed().isLogin() == isLogin) {
                    spoil(event, ledger, records);
                } else if (random.nextInt(OTHERS_IN) == 0) {
                    path.fate(!isLogin, key(event), avro.value(event), Instant.ofEpochMilli(event.at()));
                }
            }
        }
        path.checkStates(ledger);
        return ledger;
    }

    private void spoil(Event event, Ledger ledger, long records) {
        byte[] good = avro.value(event);
        boolean isLogin = event.deed().isLogin();
        for (int i = 0; i < VARIANTS && ledger.records() < records; i++) {
            byte[] value = random.nextInt(1_000) < GOOD ? good : mutator.spoil(good, last);
            byte[] key = random.nextInt(1_000) < OTHER_KEY ? mutator.spoil(key(event), last) : key(event);
            Instant timestamp = timestamp(event.at());
            String name = "seed " + seed + ", record " + ledger.records();
            ledger.read(name, length(value), () -> path.fate(isLogin, key, value, timestamp));
        }
        last = good;
    }

    /** What is loaded once is no record's cost. */
    private void warmUp() {
        Market market = market(-1);
        for (int i = 0; i < WARM_UP; i++) {
            Event event = Objects.requireNonNull(market.next());
            path.fate(event.deed().isLogin(), key(event), avro.value(event), Instant.ofEpochMilli(event.at()));
        }
    }

    private Instant timestamp(long at) {
        boolean isWild = random.nextInt(1_000) < WILD_TIME;
        return Instant.ofEpochMilli(isWild ? random.nextLong() >>> (1 + random.nextInt(Long.SIZE - 1)) : at);
    }

    private Market market(long round) {
        Instant from = MarketOptions.DEFAULT_FROM.plus(Duration.ofDays(DAYS * round));
        return new Market(
                MarketOptions.ordinary(seed, ACCOUNTS, 200L * ACCOUNTS, from, from.plus(Duration.ofDays(DAYS)))
                        .withAttacks(Attack.evenly(0.3)),
                label -> {});
    }

    private static byte[] key(Event event) {
        return Records.fold(event, LoginEvent::getAccountId, AccountChangeEvent::getAccountId)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static int length(byte @Nullable [] value) {
        return value == null ? 0 : value.length;
    }

    @Override
    public void close() {
        path.close();
        registry.close();
    }
}
