package dev.tocsin.metrics;

import dev.tocsin.publishing.PublicationListener;
import dev.tocsin.thresholds.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Hands what is published to Micrometer; of all versions only the one in force is a tag at any time. */
public final class MicrometerPublicationListener implements PublicationListener {
    private final MultiGauge inForce;
    private final Counter received;
    private final Map<Refusal.Kind, Counter> refused = new EnumMap<>(Refusal.Kind.class);
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger warnings = new AtomicInteger();
    private final AtomicLong contactMillis = new AtomicLong();
    private String version = "";

    public MicrometerPublicationListener(MeterRegistry registry) {
        inForce = MultiGauge.builder("tocsin.thresholds.in.force")
                .description("1 for the version of the thresholds that events of now are judged by")
                .register(registry);
        received = Counter.builder("tocsin.thresholds.received")
                .description("Versions of the thresholds that were published while this instance ran")
                .register(registry);
        for (Refusal.Kind kind : Refusal.Kind.values()) {
            refused.put(
                    kind,
                    Counter.builder("tocsin.thresholds.refused")
                            .description(
                                    "Records of the topic of thresholds that changed nothing while this instance ran")
                            .tag("reason", kind.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        Gauge.builder("tocsin.thresholds.pending", pending, AtomicInteger::get)
                .description("Published versions of the thresholds that wait for their time")
                .register(registry);
        Gauge.builder("tocsin.thresholds.warnings", warnings, AtomicInteger::get)
                .description("Refused documents that nobody has replaced by a good one yet")
                .register(registry);
        Gauge.builder("tocsin.thresholds.contact.timestamp", contactMillis, millis -> millis.get() / 1_000.0)
                .description("When the broker last answered about the topic of thresholds")
                .baseUnit("seconds")
                .register(registry);
    }

    @Override
    public void received() {
        received.increment();
    }

    @Override
    public void refused(Refusal.Kind kind) {
        Counter counter = refused.get(kind);
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public void stands(String nowInForce, int nowPending, int nowWarnings) {
        if (!nowInForce.equals(version)) {
            version = nowInForce;
            inForce.register(List.of(MultiGauge.Row.of(Tags.of("version", nowInForce), 1)), true);
        }
        pending.set(nowPending);
        warnings.set(nowWarnings);
    }

    @Override
    public void contact(Instant at) {
        contactMillis.set(at.toEpochMilli());
    }
}
