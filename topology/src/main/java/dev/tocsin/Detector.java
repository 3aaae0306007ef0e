package dev.tocsin;

import dev.tocsin.cli.UserMistake;
import dev.tocsin.codec.Enrichment;
import dev.tocsin.codec.EventReader;
import dev.tocsin.config.AppConfig;
import dev.tocsin.config.Http;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.enrich.AddressDatabases;
import dev.tocsin.enrich.AgentFamily;
import dev.tocsin.enrich.DatabaseWatch;
import dev.tocsin.enrich.UnusableDatabaseException;
import dev.tocsin.http.AccountEndpoint;
import dev.tocsin.http.HttpServer;
import dev.tocsin.http.ThresholdsEndpoint;
import dev.tocsin.http.Tls;
import dev.tocsin.metrics.MicrometerDetectionMetrics;
import dev.tocsin.metrics.MicrometerPublicationListener;
import dev.tocsin.metrics.MicrometerReloadListener;
import dev.tocsin.metrics.Vitals;
import dev.tocsin.metrics.VitalsMetrics;
import dev.tocsin.publishing.ThresholdsFollower;
import dev.tocsin.publishing.ThresholdsTopic;
import dev.tocsin.publishing.TopicException;
import dev.tocsin.streams.AccountLookup.Answer;
import dev.tocsin.streams.DetectorApp;
import dev.tocsin.streams.StartupException;
import dev.tocsin.streams.StateMemory;
import dev.tocsin.streams.StreamsOptions;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionedRuleBook;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The detector as a process: HTTP first, so that a slow start can be watched, then the stream, until it ends. */
final class Detector {
    private static final Logger LOG = LoggerFactory.getLogger(Detector.class);
    private static final String STARTING = "starting: looking at the topics";

    private final AppConfig config;
    private final DetectionEngine engine;
    private final AddressDatabases databases;
    private final ThresholdsFollower thresholds;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicReference<@Nullable DetectorApp> app = new AtomicReference<>();

    /** @param base the thresholds before the first published version */
    Detector(AppConfig config, Thresholds base) {
        this.config = config;
        VersionedRuleBook rules = new VersionedRuleBook(base);
        this.engine = new DetectionEngine(config.grace(), rules);
        this.thresholds = new ThresholdsFollower(
                new ThresholdsTopic(config.topics().thresholds(), config.kafka().map()),
                base,
                rules,
                new MicrometerPublicationListener(meters));
        LOG.info("thresholds {} unless others are published, grace {}", base.version(), config.grace());
        this.databases = databases();
    }

    private AddressDatabases databases() {
        try {
            return AddressDatabases.open(
                    config.databases(),
                    new MicrometerReloadListener(meters, config.databases().keySet()));
        } catch (UnusableDatabaseException e) {
            throw new UserMistake("enrichment." + e.kind().key() + ": " + e.getMessage());
        }
    }

    /**
     * Runs until the process is told to stop, or something unrecoverable happens.
     *
     * <p>A process that is told to stop ends with the signal's exit code, 143 for SIGTERM and 130 for Ctrl-C: the JVM is on its
     * way out by then, and waits only for the shutdown hook that closes the stream.
     *
     * @return the exit code: 1 after an error; 0 after an ordinary stop, for which it comes too late
     * @throws UserMistake when it cannot start until somebody puts something right
     */
    int run(boolean createTopics) {
        new JvmMemoryMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        new DiskSpaceMetrics(config.stateDir().toFile()).bindTo(meters);
        new VitalsMetrics(this::vitals).bindTo(meters);
        try (JvmGcMetrics gc = new JvmGcMetrics();
                DatabaseWatch watch = new DatabaseWatch(databases);
                ThresholdsFollower followed = thresholds;
                HttpServer http = serve()) {
            gc.bindTo(meters);
            watch.start();
            tellWhere(http.port());
            DetectorApp detector = DetectorApp.build(options(http.port()), core(), createTopics);
            app.set(detector);
            followed.start();
            return runUntilEnd(detector);
        } catch (StartupException | TopicException | HttpServer.PortInUseException | Tls.UnusableException e) {
            throw new UserMistake(String.valueOf(e.getMessage()));
        }
    }

    private void tellWhere(int port) {
        Http http = config.http();
        LOG.info(
                "health, metrics and look-ups on {}://{}:{}, for {}",
                http.tls() == null ? "http" : "https",
                http.host(),
                port,
                http.isGuarded() ? "whom http.tokens and http.tls.client-ca know" : "anybody on this machine");
        if (!http.isLoopback() && http.tls() == null) {
            LOG.warn("there is no http.tls: unless something in between encrypts, tokens and what is remembered of"
                    + " accounts can be read on the network");
        }
    }

    private DetectorApp.Core core() {
        EventReader reader = new EventReader(new Enrichment(databases, new AgentFamily()));
        return new DetectorApp.Core(reader, engine, new MicrometerDetectionMetrics(meters));
    }

    private int runUntilEnd(DetectorApp detector) {
        Runtime.getRuntime().addShutdownHook(new Thread(detector::close, "stop-detector"));
        try (KafkaStreamsMetrics streams = new KafkaStreamsMetrics(detector.streams())) {
            streams.bindTo(meters);
            detector.start();
            CompletableFuture.anyOf(detector.ended(), thresholds.failed()).join();
            return 0;
        } catch (CompletionException e) {
            LOG.error("stopped by an error; a supervisor should start the detector again: {}", e.getMessage());
            return 1;
        }
    }

    private HttpServer serve() {
        return HttpServer.start(
                config.http(),
                meters,
                this::trouble,
                new AccountEndpoint(this::find, engine, config.http()),
                new ThresholdsEndpoint(thresholds::following));
    }

    private Optional<String> trouble() {
        DetectorApp detector = app.get();
        return detector == null ? Optional.of(STARTING) : detector.readiness().trouble();
    }

    private Vitals vitals() {
        DetectorApp detector = app.get();
        return detector == null ? Vitals.STARTING : detector.readiness().vitals();
    }

    private Answer find(String accountId) {
        DetectorApp detector = app.get();
        return detector == null
                ? new Answer.NotNow(STARTING)
                : detector.accounts().find(accountId);
    }

    private StreamsOptions options(int httpPort) {
        Map<String, Object> kafka = new HashMap<>(config.kafka().map());
        Map<String, Object> registry = new HashMap<>(config.schemaRegistry().map());
        return new StreamsOptions(
                config.applicationId(),
                kafka,
                registry,
                config.registerSchemas(),
                config.topics(),
                config.guarantee().value(),
                config.threads(),
                config.standbys(),
                config.stateDir(),
                advertised(httpPort),
                config.maxFuture(),
                new StateMemory(
                        config.memory().rocksDb().orElseGet(MachineMemory::forRocksDb),
                        config.memory().recentAccounts().orElseGet(MachineMemory::forRecentAccounts)));
    }

    private String advertised(int httpPort) {
        try {
            return config.http().advertised(httpPort);
        } catch (UnknownHostException e) {
            throw new UserMistake("http.advertised: is missing, and this machine's name does not resolve ("
                    + e.getMessage() + "); say as host:port where other instances reach this one");
        }
    }
}
