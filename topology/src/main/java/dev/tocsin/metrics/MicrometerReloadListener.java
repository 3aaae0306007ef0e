package dev.tocsin.metrics;

import dev.tocsin.enrich.DatabaseKind;
import dev.tocsin.enrich.ReloadListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** Counts the updates of address databases that did not work, from 0 for each that is in use. */
public final class MicrometerReloadListener implements ReloadListener {
    private final Map<DatabaseKind, Counter> failures = new EnumMap<>(DatabaseKind.class);

    public MicrometerReloadListener(MeterRegistry registry, Collection<DatabaseKind> used) {
        used.forEach(kind -> failures.put(
                kind,
                Counter.builder("tocsin.enrichment.reload.failures")
                        .description("Looks at a changed address database that could not be used")
                        .tag("database", kind.key())
                        .register(registry)));
    }

    @Override
    public void reloadFailed(DatabaseKind kind) {
        Counter counter = failures.get(kind);
        if (counter != null) {
            counter.increment();
        }
    }
}
