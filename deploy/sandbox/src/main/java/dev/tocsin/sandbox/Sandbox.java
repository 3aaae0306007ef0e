package dev.tocsin.sandbox;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A running Kafka and schema registry on 127.0.0.1, for a laptop, a demo or a test.
 *
 * <p>Either part can be stopped and started again, on the same port and with the same data, to see what clients make
 * of an outage. A sandbox that is not closed is closed when the JVM ends.
 */
public final class Sandbox implements AutoCloseable {

    private final DataDirectory directory;
    private final KafkaNode kafka;
    private final @Nullable Registry registry;
    private final Consumer<String> progress;
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final Thread closeAtExit = new Thread(this::close, "close-sandbox");

    private Sandbox(SandboxOptions options, DataDirectory directory, Consumer<String> progress) {
        this.directory = directory;
        this.progress = progress;
        this.kafka = new KafkaNode(directory.kafka(), Ports.freeUnlessWanted(options.kafkaPort()));
        this.registry = options.withRegistry()
                ? new Registry(directory.registry(), Ports.freeUnlessWanted(options.registryPort()))
                : null;
    }

    /** As {@link #start(SandboxOptions, Consumer)}, telling nobody about progress. */
    public static Sandbox start(SandboxOptions options) {
        return start(options, line -> {});
    }

    /**
     * Starts Kafka and the registry side by side and returns when both take requests.
     *
     * @param progress gets a line whenever a part is ready or has stopped, from any thread
     * @throws PortInUseException when another process listens on a wanted port
     * @throws SandboxException when another sandbox runs on the data directory, or a part does not start
     */
    public static Sandbox start(SandboxOptions options, Consumer<String> progress) {
        Sandbox sandbox = new Sandbox(options, DataDirectory.open(options), progress);
        Runtime.getRuntime().addShutdownHook(sandbox.closeAtExit);
        try {
            if (options.emptiedOnStart()) {
                sandbox.directory.empty();
            }
            sandbox.startBoth();
            return sandbox;
        } catch (RuntimeException e) {
            sandbox.release();
            throw e;
        }
    }

    /**
     * Leaves the end to the owner, who has clients to close first: from now on only {@link #close} ends the sandbox, and
     * not the end of the JVM by itself.
     */
    public void closedByOwner() {
        forgetHook();
    }

    /** Host and port for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** The URL for {@code schema.registry.url}. */
    public String registryUrl() {
        return registry().url();
    }

    /** Takes Kafka away, as an outage would; its port and data are kept for {@link #startKafka}. */
    public void stopKafka() {
        kafka.stop();
        progress.accept("kafka stopped");
    }

    /** Brings Kafka back where it was; does nothing while it runs. */
    public void startKafka() {
        timed(kafka::start, "kafka ready on " + kafka.bootstrapServers());
    }

    /** Takes the registry away, as an outage would; its port and data are kept for {@link #startRegistry}. */
    public void stopRegistry() {
        registry().stop();
        progress.accept("registry stopped");
    }

    /** Brings the registry back where it was; does nothing while it runs. */
    public void startRegistry() {
        timed(registry()::start, "registry ready on " + registry().url());
    }

    /** Stops both parts side by side, within a second or two; a temporary data directory is deleted. */
    @Override
    public void close() {
        if (release()) {
            progress.accept("stopped");
        }
    }

    /** Tells whether there was anything left to do. */
    private boolean release() {
        if (!isClosed.compareAndSet(false, true)) {
            return false;
        }
        forgetHook();
        try {
            inParallel(kafka::stop, () -> {
                if (registry != null) {
                    registry.stop();
                }
            });
        } finally {
            directory.close();
        }
        return true;
    }

    private void startBoth() {
        // Both ports before either part: a taken port is told at once, not after the other part's seconds.
        kafka.requirePort();
        if (registry != null) {
            registry.requirePort();
        }
        inParallel(this::startKafka, () -> {
            if (registry != null) {
                startRegistry();
            }
        });
    }

    private Registry registry() {
        if (registry == null) {
            throw new IllegalStateException("This sandbox was started without a registry.");
        }
        return registry;
    }

    private void timed(Runnable start, String ready) {
        long begin = System.nanoTime();
        start.run();
        double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
        progress.accept(String.format(Locale.ROOT, "%s after %.1f s", ready, seconds));
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(closeAtExit);
        } catch (IllegalStateException alreadyExiting) {
            // Then this is the hook, or the hook finds the sandbox closed.
        }
    }

    /** Waits for both even when one fails, so that nothing is still starting while the other is cleaned up. */
    private static void inParallel(Runnable kafkaStep, Runnable registryStep) {
        CompletableFuture<Void> both =
                CompletableFuture.allOf(inOwnThread("kafka", kafkaStep), inOwnThread("registry", registryStep));
        try {
            both.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static CompletableFuture<Void> inOwnThread(String part, Runnable step) {
        return CompletableFuture.runAsync(step, work -> new Thread(work, "sandbox-" + part).start());
    }
}
