package dev.tocsin.loadtest.jmh;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.codec.Enrichment;
import dev.tocsin.codec.EventDecoder;
import dev.tocsin.codec.EventReader;
import dev.tocsin.codec.StateCodec;
import dev.tocsin.codec.StoredAccount;
import dev.tocsin.engine.AccountState;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.enrich.AddressDatabases;
import dev.tocsin.enrich.AgentFamily;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.loadtest.traffic.Event;
import dev.tocsin.loadtest.traffic.World;
import dev.tocsin.serde.AvroEncoder;
import dev.tocsin.serde.SchemaRegistry;
import dev.tocsin.thresholds.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Logins in order, each beside the stored state that it meets: of accounts that have made at least twenty in a month, as the
 * demo's generator tells it.
 */
final class Arrivals {
    private static final String TOPIC = "tocsin.logins";
    private static final int PEOPLE = 12_000;
    private static final int EARLIER_EVENTS = 20;

    final DetectionEngine engine =
            new DetectionEngine(Duration.ofHours(1), Thresholds.defaults().ruleBook());
    final EventDecoder decoder;

    private final List<Arrival> arrivals = new ArrayList<>();
    private int next;

    /**
     * An event and what it meets.
     *
     * @param value the record's
     * @param stored the account's state before it
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Arrival(String account, byte[] value, AccountEvent event, byte[] stored, AccountState state) {}

    Arrivals() {
        SchemaRegistry registry = SchemaRegistry.connect(Map.of("schema.registry.url", "mock://jmh"));
        AvroEncoder<LoginEvent> encoder = new AvroEncoder<>(registry, TOPIC + "-value", LoginEvent.class, true);
        EventReader reader = new EventReader(new Enrichment(AddressDatabases.none(), new AgentFamily()));
        decoder = EventDecoder.logins(registry, reader);
        Map<String, AccountState> states = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Arrival> last = new HashMap<>();
        for (Event event : new World(1, PEOPLE, Instant.parse("2026-03-01T12:00:00Z")).history()) {
            String account = event.accountId();
            AccountState state = states.getOrDefault(account, AccountState.EMPTY);
            AccountEvent read = event.fold(reader::read, reader::read);
            int earlier = counts.merge(account, 1, Integer::sum);
            if (earlier > EARLIER_EVENTS && event instanceof Event.Attempt login) {
                byte[] stored = StateCodec.write(new StoredAccount(state, earlier, earlier), account);
                last.put(account, new Arrival(account, encoder.encode(login.record()), read, stored, state));
            }
            states.put(account, engine.apply(state, read).state());
        }
        arrivals.addAll(last.values());
    }

    /** Another account's every time. */
    Arrival next() {
        Arrival arrival = arrivals.get(next);
        next = next + 1 == arrivals.size() ? 0 : next + 1;
        return arrival;
    }

    int size() {
        return arrivals.size();
    }

    /** How large the stored states are, in bytes. */
    double meanStateBytes() {
        return arrivals.stream()
                .mapToInt(arrival -> arrival.stored().length)
                .average()
                .orElse(0);
    }
}
