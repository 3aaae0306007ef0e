package dev.tocsin.streams;

import dev.tocsin.codec.AlertEncoder;
import dev.tocsin.codec.EventDecoder;
import dev.tocsin.codec.EventReader;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.metrics.DetectionMetrics;
import dev.tocsin.serde.SchemaNotFoundException;
import dev.tocsin.serde.SchemaRegistry;
import dev.tocsin.serde.SchemaRejectedException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running detector: checked, started, watched and stopped.
 *
 * <p>An error that Kafka Streams cannot recover from stops the whole client; {@link #ended} then completes with its cause,
 * and a supervisor is expected to start the process again. If the error was in the local copy of the state, a damaged file or
 * a full disk, {@link #close} deletes that copy, so that the next start restores it instead of failing in the same way.
 */
public final class DetectorApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DetectorApp.class);

    /** Below the ten seconds after which container platforms kill. */
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(8);

    private final KafkaStreams streams;
    private final SchemaRegistry registry;
    private final RegistryGate gate;
    private final Standstill standstill;
    private final AccountLookup lookup;
    private final Lag lag;
    private final Restoring restoring = new Restoring();
    private final List<AlertSerializer> serializers;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean isStateUnusable;

    /** What is done with every event: read, judged, counted. */
    public record Core(EventReader reader, DetectionEngine engine, DetectionMetrics metrics) {}

    private DetectorApp(
            StreamsOptions options, LoginAnomalyTopology.Parts parts, SchemaRegistry registry, RegistryGate gate) {
        this.streams =
                new KafkaStreams(LoginAnomalyTopology.build(options.topics(), parts), options.streamsProperties());
        this.serializers = List.of(parts.alerts(), parts.suppressed());
        this.registry = registry;
        this.gate = gate;
        this.standstill = parts.standstill();
        this.lookup = new AccountLookup(streams, restoring, options.advertised());
        this.lag = new Lag(options.adminProperties());
    }

    /**
     * Checks the topics and builds the application without starting it.
     *
     * @throws StartupException when something must be put right first
     */
    public static DetectorApp build(StreamsOptions options, Core core, boolean createTopics) {
        try {
            TopicCheck.check(options, createTopics);
            return build(options, core);
        } catch (KafkaException | IllegalArgumentException e) {
            throw new StartupException(
                    "The configuration does not work: " + rootOf(e).getMessage(), e);
        }
    }

    private static DetectorApp build(StreamsOptions options, Core core) {
        SchemaRegistry registry = SchemaRegistry.connect(options.registry());
        RegistryGate gate = new RegistryGate(core.metrics());
        return new DetectorApp(options, parts(options, core, registry, gate, Standstill.of(options)), registry, gate);
    }

    /** The way of an event, as it runs in production, for tools that send records through it without brokers. */
    public static Topology topology(StreamsOptions options, Core core, SchemaRegistry registry) {
        return LoginAnomalyTopology.build(
                options.topics(),
                parts(options, core, registry, new RegistryGate(core.metrics()), Standstill.unnoticed()));
    }

    private static LoginAnomalyTopology.Parts parts(
            StreamsOptions options, Core core, SchemaRegistry registry, RegistryGate gate, Standstill standstill) {
        Topics topics = options.topics();
        return new LoginAnomalyTopology.Parts(
                new EventSource(true, EventDecoder.logins(registry, core.reader()), options.maxFuture()),
                new EventSource(false, EventDecoder.accountChanges(registry, core.reader()), options.maxFuture()),
                core.engine(),
                gate,
                new AlertSerializer(new AlertEncoder(registry, topics.alerts(), options.registerSchemas()), gate),
                new AlertSerializer(new AlertEncoder(registry, topics.suppressed(), options.registerSchemas()), gate),
                standstill,
                new RecentStates.Room(options.memory().recentBytes()),
                core.metrics());
    }

    /**
     * Waits for the schema registry and starts reading.
     *
     * @throws StartupException when the registry answers, but will not have the alerts' schema
     */
    public void start() {
        try {
            serializers.forEach(AlertSerializer::prepare);
        } catch (SchemaNotFoundException | SchemaRejectedException e) {
            throw new StartupException("The schema registry does not take the alerts' schema: " + e.getMessage(), e);
        } catch (RegistryGate.StoppedException e) {
            ended.complete(null);
            return;
        }
        streams.setUncaughtExceptionHandler(this::onError);
        streams.setGlobalStateRestoreListener(restoring);
        streams.setStandbyUpdateListener(restoring);
        streams.setStateListener((now, before) -> onState(now));
        standstill.start();
        try {
            streams.start(); // opens what the last process left of the state
        } catch (ProcessorStateException e) {
            onError(e);
        }
    }

    private StreamThreadExceptionResponse onError(Throwable error) {
        if (!(rootOf(error) instanceof RegistryGate.StoppedException)) {
            LOG.error("the detector stops: {}", error.getMessage(), error);
            isStateUnusable |= causes(error).anyMatch(ProcessorStateException.class::isInstance);
            ended.completeExceptionally(error);
        }
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static Throwable rootOf(Throwable error) {
        return causes(error).reduce(error, (outer, inner) -> inner);
    }

    /** The error itself first, its root last. */
    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause);
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
        return new Readiness(streams, gate, lag, restoring);
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
        standstill.close();
        boolean done =
                streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                        .withTimeout(CLOSE_PATIENCE));
        if (!done) {
            LOG.warn(
                    "not everything stopped within {} s; what was not committed is delivered again",
                    CLOSE_PATIENCE.toSeconds());
        } else if (isStateUnusable) {
            LOG.warn(
                    "the local copy of the state cannot be used; it is deleted, and restored from Kafka at the next start");
            streams.cleanUp();
        }
        lag.close();
        registry.close();
    }
}
