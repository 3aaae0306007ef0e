package dev.tocsin.loadtest.demo;

import dev.tocsin.codec.Enrichment;
import dev.tocsin.codec.EventReader;
import dev.tocsin.config.AppConfig;
import dev.tocsin.config.Http;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.enrich.AddressDatabases;
import dev.tocsin.enrich.AgentFamily;
import dev.tocsin.http.AccountEndpoint;
import dev.tocsin.http.HttpServer;
import dev.tocsin.http.ThresholdsEndpoint;
import dev.tocsin.metrics.MicrometerDetectionMetrics;
import dev.tocsin.metrics.MicrometerPublicationListener;
import dev.tocsin.metrics.VitalsMetrics;
import dev.tocsin.publishing.ThresholdsFollower;
import dev.tocsin.publishing.ThresholdsTopic;
import dev.tocsin.streams.DetectorApp;
import dev.tocsin.streams.StreamsOptions;
import dev.tocsin.streams.Topics;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionedRuleBook;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** The detector as it is shipped, with the shipped settings, beside the sandbox in this process. */
final class DemoDetector implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final Duration MAX_FUTURE = Duration.ofMinutes(5);

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Tally tally = new Tally(new MicrometerDetectionMetrics(meters));
    private final VersionedRuleBook rules = new VersionedRuleBook(Thresholds.defaults());
    private final DetectionEngine engine = new DetectionEngine(AppConfig.DEFAULT_GRACE, rules);
    private final ThresholdsFollower thresholds;
    private final DetectorApp app;
    private final KafkaStreamsMetrics streamsMeters;
    private final HttpServer http;

    /**
     * Creates the topics and starts to read.
     *
     * @param client how Kafka and the registry are reached
     */
    DemoDetector(Map<String, Object> client, Path stateDir, int httpPort) {
        StreamsOptions options = new StreamsOptions(
                "tocsin-demo",
                client,
                client,
                true,
                Topics.DEFAULTS,
                "at_least_once",
                1,
                0,
                stateDir,
                HOST + ":" + httpPort,
                MAX_FUTURE);
        EventReader reader = new EventReader(new Enrichment(AddressDatabases.none(), new AgentFamily()));
        app = DetectorApp.build(options, new DetectorApp.Core(reader, engine, tally), true);
        thresholds = new ThresholdsFollower(
                new ThresholdsTopic(Topics.DEFAULTS.thresholds(), client),
                Thresholds.defaults(),
                rules,
                new MicrometerPublicationListener(meters));
        thresholds.start();
        app.start();
        streamsMeters = new KafkaStreamsMetrics(app.streams());
        streamsMeters.bindTo(meters);
        new VitalsMetrics(() -> app.readiness().vitals()).bindTo(meters);
        new DiskSpaceMetrics(stateDir.toFile()).bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new JvmMemoryMetrics().bindTo(meters);
        http = serve(httpPort);
    }

    /** The whole HTTP wiring of the demo. */
    private HttpServer serve(int port) {
        Http here = Http.open(HOST, port);
        return HttpServer.start(
                here,
                meters,
                () -> app.readiness().trouble(),
                new AccountEndpoint(app.accounts()::find, engine, here),
                new ThresholdsEndpoint(thresholds::following));
    }

    String alertsTopic() {
        return Topics.DEFAULTS.alerts();
    }

    Tally tally() {
        return tally;
    }

    String url() {
        return "http://" + HOST + ":" + http.port();
    }

    /**
     * Returns while the detector runs.
     *
     * @throws DemoException with what stopped it
     */
    void requireRunning() {
        if (app.ended().isDone()) {
            try {
                app.ended().join();
            } catch (CompletionException e) {
                throw DemoException.broken("The detector stopped: " + e.getCause(), e);
            }
        }
    }

    @Override
    public void close() {
        http.close();
        streamsMeters.close();
        thresholds.close();
        app.close();
        meters.close();
    }
}
