package dev.tocsin.streams;

import dev.tocsin.metrics.DetectionMetrics;
import dev.tocsin.serde.RegistryUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits while the schema registry is away, so that no good record is given up for its absence.
 *
 * <p>The calling thread is held and tries again with growing pauses until there is an answer or the application stops. A
 * stream thread held longer than {@code max.poll.interval.ms} loses its partitions to another instance, or to itself once
 * it goes on: its offsets were not committed, so nothing is lost either way.
 */
public final class RegistryGate implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryGate.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final DetectionMetrics metrics;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

    public RegistryGate(DetectionMetrics metrics) {
        this.metrics = metrics;
    }

    /** The application stops while the registry is away. */
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("stopped while waiting for the schema registry");
        }
    }

    /** What the registry's absence is, while a call waits for it. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble.get());
    }

    <T> T pass(Supplier<T> call) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                T answer = call.get();
                resolved();
                return answer;
            } catch (RegistryUnavailableException e) {
                troubled(e);
                await(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private void resolved() {
        if (trouble.get() != null && trouble.getAndSet(null) != null) {
            LOG.info("the schema registry answers again");
        }
    }

    private void troubled(RegistryUnavailableException e) {
        metrics.registryCallFailed();
        if (trouble.getAndSet(e.getMessage()) == null) {
            LOG.warn("the schema registry is away, waiting for it: {}", e.getMessage());
        }
    }

    private void await(Duration pause) {
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoppedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    /** Lets every waiting call end. */
    @Override
    public void close() {
        stopping.countDown();
    }
}
