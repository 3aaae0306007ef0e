package dev.tocsin.metrics;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Suppression;
import dev.tocsin.engine.Arrival;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Hands the counts to Micrometer; meters are looked up once for each combination of tags. */
public final class MicrometerDetectionMetrics implements DetectionMetrics {
    private static final String REDELIVERED = "redelivered";
    private static final String DEAD_LETTER = "dead_letter";

    private final MeterRegistry registry;
    private final ConcurrentMap<List<String>, Counter> counters = new ConcurrentHashMap<>();

    private final Map<String, Map<Arrival, Counter>> arrivals = new HashMap<>();
    private final EvaluationCounters evaluations;
    private final Counter registryFailures;
    private final Counter heapReads;
    private final Counter storeReads;
    private final Timer engineTime;
    private final Timer sinceOccurred;
    private final Timer sinceRecorded;
    private final Timer eventAhead;
    private final Timer recordAhead;
    private final DistributionSummary stateBytes;

    public MicrometerDetectionMetrics(MeterRegistry registry) {
        this.registry = registry;
        evaluations = new EvaluationCounters(registry);
        registryFailures = Counter.builder("tocsin.registry.failures")
                .description("Calls to the schema registry that failed and were tried again")
                .register(registry);
        heapReads = stateReads("heap");
        storeReads = stateReads("store");
        engineTime = Timer.builder("tocsin.engine")
                .description("Time to read the state, judge an event and write the state")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(1_000))
                .maximumExpectedValue(Duration.ofMillis(100))
                .register(registry);
        sinceOccurred = latency("occurred_at", Duration.ofHours(1));
        sinceRecorded = latency("record", Duration.ofMinutes(1));
        eventAhead = ahead("event");
        recordAhead = ahead("record");
        stateBytes = DistributionSummary.builder("tocsin.state.bytes")
                .description("Size of an account's state when it is written")
                .baseUnit("bytes")
                .serviceLevelObjectives(200, 300, 400, 600, 1_000, 2_000, 4_000, 8_192)
                .register(registry);
        startAtZero();
    }

    /** A counter that is there before its first event lets an alarm tell silence from ignorance, and sees the first. */
    private void startAtZero() {
        for (String type : List.of("login", "change")) {
            Map<Arrival, Counter> counted = new EnumMap<>(Arrival.class);
            for (Arrival arrival : Arrival.values()) {
                counted.put(arrival, events(type, Meters.lower(arrival)));
            }
            arrivals.put(type, counted);
            events(type, REDELIVERED);
            events(type, DEAD_LETTER);
        }
    }

    private Counter events(String type, String outcome) {
        return counter("tocsin.events", "type", type, "outcome", outcome);
    }

    private Counter stateReads(String from) {
        return Counter.builder("tocsin.state.reads")
                .description("Where an account's state was when its event came: in the heap, or in RocksDB")
                .tag("from", from)
                .register(registry);
    }

    private Timer ahead(String clock) {
        return Timer.builder("tocsin.clock.ahead")
                .description("How far an event claims to lie after its record, or a record after this machine's clock")
                .tag("clock", clock)
                .register(registry);
    }

    private Timer latency(String since, Duration longest) {
        return Timer.builder("tocsin.latency")
                .description("Time until an event was judged, since it happened or since its record was written")
                .tag("since", since)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(longest)
                .register(registry);
    }

    @Override
    public void deadLetter(String type, String reason) {
        events(type, DEAD_LETTER).increment();
        count("tocsin.dead.letters", "type", type, "reason", reason);
    }

    @Override
    public void registryCallFailed() {
        registryFailures.increment();
    }

    @Override
    public void taken(Taken taken) {
        arrived(taken).increment();
        taken.outcome().raised().forEach(alert -> countAlert(alert, "raised"));
        taken.outcome().withdrawn().forEach(alert -> countAlert(alert, "withdrawn"));
        taken.outcome().suppressed().forEach(this::countSuppressed);
        evaluations.count(taken.outcome().evaluations());
        (taken.remembered() ? heapReads : storeReads).increment();
        engineTime.record(taken.engineNanos(), NANOSECONDS);
        sinceOccurred.record(Math.max(0, taken.now() - taken.occurredAt()), MILLISECONDS);
        sinceRecorded.record(Math.max(0, taken.now() - taken.recordedAt()), MILLISECONDS);
        recordIfPositive(eventAhead, taken.occurredAt() - taken.recordedAt());
        recordIfPositive(recordAhead, taken.recordedAt() - taken.now());
        if (taken.stateBytes() > 0) {
            stateBytes.record(taken.stateBytes());
        }
    }

    private Counter arrived(Taken taken) {
        if (taken.redelivered()) {
            return events(taken.type(), REDELIVERED);
        }
        Map<Arrival, Counter> counted = Objects.requireNonNull(arrivals.get(taken.type()), "one of two");
        return Objects.requireNonNull(counted.get(taken.outcome().arrival()), "one of all");
    }

    private void countAlert(Alert alert, String status) {
        String severity = Meters.lower(alert.signal().severity());
        count("tocsin.alerts", "detector", alert.signal().detector(), "severity", severity, "status", status);
    }

    private void countSuppressed(Alert alert) {
        Suppression silenced = Objects.requireNonNull(alert.suppressedBy(), "what silenced it");
        count(
                "tocsin.suppressed",
                "detector",
                alert.signal().detector(),
                "reason",
                silenced.by().key());
    }

    private void count(String name, String... tags) {
        counter(name, tags).increment();
    }

    private Counter counter(String name, String... tags) {
        return Meters.once(counters, key(name, tags), key -> registry.counter(name, tags));
    }

    private static List<String> key(String name, String... tags) {
        String[] key = new String[tags.length + 1];
        key[0] = name;
        System.arraycopy(tags, 0, key, 1, tags.length);
        return List.of(key);
    }

    private static void recordIfPositive(Timer timer, long millis) {
        if (millis > 0) {
            timer.record(millis, MILLISECONDS);
        }
    }
}
