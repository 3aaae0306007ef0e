package dev.tocsin.metrics;

import com.google.common.base.Suppliers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Shows an instance's vitals; one look, which may cost a question to the broker, serves all gauges of a scrape. */
public final class VitalsMetrics implements MeterBinder {
    /** Well below any scrape interval, and longer than a scrape takes. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    private final Supplier<Vitals> vitals;

    public VitalsMetrics(Supplier<Vitals> vitals) {
        this.vitals = Suppliers.memoizeWithExpiration(vitals::get, FRESH);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("tocsin.ready", now -> now.ready() ? 1 : 0)
                .description("1 while /health/ready answers 200")
                .register(registry);
        gauge("tocsin.tasks", Vitals::activeTasks)
                .description("Tasks of this instance: those it works on, and those it keeps a copy of the state of")
                .tag("role", "active")
                .register(registry);
        gauge("tocsin.tasks", Vitals::standbyTasks)
                .description("Tasks of this instance: those it works on, and those it keeps a copy of the state of")
                .tag("role", "standby")
                .register(registry);
        gauge("tocsin.lag", now -> now.lag().isPresent() ? now.lag().getAsLong() : Double.NaN)
                .description("Input records that this instance has not committed; NaN while the broker does not say")
                .baseUnit("records")
                .register(registry);
        gauge("tocsin.restore.remaining", Vitals::restoring)
                .description("Records of the changelog that the state lacks")
                .baseUnit("records")
                .tag("role", "active")
                .register(registry);
        gauge("tocsin.restore.remaining", Vitals::standbyBehind)
                .description("Records of the changelog that the state lacks")
                .baseUnit("records")
                .tag("role", "standby")
                .register(registry);
    }

    private Gauge.Builder<Supplier<Vitals>> gauge(String name, ToDoubleFunction<Vitals> value) {
        return Gauge.builder(name, vitals, now -> value.applyAsDouble(now.get()))
                .strongReference(true);
    }
}
