package dev.tocsin.streams;

import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.metrics.DetectionMetrics;
import dev.tocsin.serde.SchemaRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running detector: checked, started, watched and stopped.
 *
 * <p>An error that Kafka Streams cannot recover from stops the whole client; {@link #ended} then completes with its cause,
 * and a supervisor is expected to start the process again.
 */
public final class DetectorApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DetectorApp.class);

    /** Below the ten seconds after which container platforms kill. */
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(8);

    private final KafkaStreams streams;
    private final SchemaRegistry registry;
    private final RegistryGate gate;
    private final AccountLookup lookup;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private DetectorApp(KafkaStreams streams, SchemaRegistry registry, RegistryGate gate, String advertised) {
        this.streams = streams;
        this.registry = registry;
        this.gate = gate;
        this.lookup = new AccountLookup(streams, advertised);
    }

    /**
     * Checks the topics, waits for the schema registry, and builds the application without starting it.
     *
     * @throws StartupException when something must be put right first
     */
    public static DetectorApp build(
            StreamsOptions options, DetectionEngine engine, DetectionMetrics metrics, boolean createTopics) {
        TopicCheck.check(options, createTopics);
        SchemaRegistry registry = SchemaRegistry.connect(options.registry());
        RegistryGate gate = new RegistryGate(metrics);
        Topics topics = options.topics();
        LoginAnomalyTopology.Parts parts = new LoginAnomalyTopology.Parts(
                EventSource.logins(registry),
                EventSource.accountChanges(registry),
                engine,
                gate,
                new AlertSerializer(registry, gate, topics.alerts(), options.registerSchemas()),
                new AlertSerializer(registry, gate, topics.suppressed(), options.registerSchemas()),
                options.maxFuture(),
                metrics);
        KafkaStreams streams = new KafkaStreams(LoginAnomalyTopology.build(topics, parts), options.streamsProperties());
        return new DetectorApp(streams, registry, gate, options.advertised());
    }

    public void start() {
        streams.setUncaughtExceptionHandler(this::onError);
        streams.setStateListener((now, before) -> onState(now));
        streams.start();
    }

    private StreamThreadExceptionResponse onError(Throwable error) {
        if (!(rootOf(error) instanceof RegistryGate.StoppedException)) {
            LOG.error("the detector stops: {}", error.getMessage(), error);
            ended.completeExceptionally(error);
        }
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static Throwable rootOf(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private void onState(KafkaStreams.State state) {
        LOG.info("Kafka Streams is {}", state);
        if (state == KafkaStreams.State.NOT_RUNNING || state == KafkaStreams.State.ERROR) {
            ended.complete(null);
        }
    }

    /** Completes when the application has stopped: normally, or with the error that stopped it. */
    public CompletableFuture<Void> ended() {
        return ended;
    }

    public Readiness readiness() {
        return new Readiness(streams, gate);
    }

    public AccountLookup accounts() {
        return lookup;
    }

    public KafkaStreams streams() {
        return streams;
    }

    /** Finishes what is in flight and leaves the group, so that others take over at once. */
    @Override
    public void close() {
        gate.close();
        boolean done =
                streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                        .withTimeout(CLOSE_PATIENCE));
        if (!done) {
            LOG.warn(
                    "not everything stopped within {} s; what was not committed is delivered again",
                    CLOSE_PATIENCE.toSeconds());
        }
        registry.close();
    }
}
