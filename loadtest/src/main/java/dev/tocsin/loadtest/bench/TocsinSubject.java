package dev.tocsin.loadtest.bench;

import dev.tocsin.codec.Enrichment;
import dev.tocsin.codec.EventReader;
import dev.tocsin.config.AppConfig;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.enrich.AddressDatabases;
import dev.tocsin.enrich.AgentFamily;
import dev.tocsin.metrics.MicrometerDetectionMetrics;
import dev.tocsin.streams.DetectorApp;
import dev.tocsin.streams.StreamsOptions;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionedRuleBook;
import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The detector as it is shipped, metrics included, without its HTTP port. */
final class TocsinSubject implements Subject {
    private final DetectorApp app;
    private final ProcessedRecords processed;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    TocsinSubject(StreamsOptions options) {
        Schemas.registry();
        DetectionEngine engine =
                new DetectionEngine(AppConfig.DEFAULT_GRACE, new VersionedRuleBook(Thresholds.defaults()));
        app = DetectorApp.build(
                options, new DetectorApp.Core(reader(), engine, new MicrometerDetectionMetrics(meters)), true);
        processed = new ProcessedRecords(app.streams());
    }

    /** As the detector reads events when no address databases are configured. */
    static EventReader reader() {
        return new EventReader(new Enrichment(AddressDatabases.none(), new AgentFamily()));
    }

    DetectorApp app() {
        return app;
    }

    @Override
    public void start() {
        app.start();
    }

    @Override
    public long processed() {
        return processed.count();
    }

    /** Events that came too late to be ordered in. */
    long late() {
        return (long) meters.get("tocsin.events").tag("outcome", "late").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Override
    public OffHeap offHeap() {
        return OffHeap.of(app.streams());
    }

    @Override
    public void close() {
        app.close();
    }
}
