package dev.tocsin.streams;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Notices when this process stood still for so long that its partitions may belong to another instance.
 *
 * <p>A paused virtual machine, a starved container or a very long collection keeps heartbeats from being sent, and the group
 * gives the partitions away. On waking, Kafka Streams goes on with what it had fetched until the group tells it, up to a
 * second later. Under {@code exactly_once_v2} the broker fences what it writes meanwhile; under {@code at_least_once} its
 * alerts stand beside those of the new owner, who cannot take back what it never raised, and its stale state ends in the
 * changelog behind the newer one. So nothing may be processed after such a pause, and the process has to start again.
 *
 * <p>A thread that is held while all others go on, as by a registry that is away, loses its partitions too, once it has not
 * asked for records for {@code max.poll.interval.ms}.
 *
 * <p>A thread of its own looks at the clock several times a second, and so does who processes; the first of them to run after
 * a pause sees the gap. Any thread may ask.
 */
final class Standstill implements AutoCloseable {
    /** Kafka's own. */
    private static final int DEFAULT_SESSION_TIMEOUT_MS = 45_000;

    private static final int DEFAULT_HEARTBEAT_INTERVAL_MS = 3_000;
    private static final int DEFAULT_MAX_POLL_INTERVAL_MS = 300_000;

    /** Of the time that the group waits after the last heartbeat that it surely got. */
    private static final double MARGIN = 0.9;

    private static final Duration TICK = Duration.ofMillis(100);

    private final long limitNanos;
    private final long holdNanos;
    private final LongSupplier clock;
    private final Thread thread = new Thread(this::tick, "standstill");
    private volatile long lastTick;
    private volatile long longestGap;
    private volatile boolean isClosed;

    /**
     * Watches nothing yet.
     *
     * @param limit for which the process may stand still
     * @param hold for which one record may hold its thread
     * @param clock nanoseconds from any beginning
     */
    Standstill(Duration limit, Duration hold, LongSupplier clock) {
        this.limitNanos = limit.toNanos();
        this.holdNanos = hold.toNanos();
        this.clock = clock;
        this.lastTick = clock.getAsLong();
        thread.setDaemon(true);
    }

    /** By the group's timeouts; unnoticed under a guarantee with which brokers fence. */
    static Standstill of(StreamsOptions options) {
        return options.guarantee().equals(StreamsConfig.AT_LEAST_ONCE)
                ? new Standstill(limit(options.kafka()), hold(options.kafka()), System::nanoTime)
                : unnoticed();
    }

    /** Where nobody else can take anything over. */
    static Standstill unnoticed() {
        Duration forEver = Duration.ofNanos(Long.MAX_VALUE);
        return new Standstill(forEver, forEver, System::nanoTime);
    }

    static Duration limit(Map<String, Object> kafka) {
        int wait = millis(kafka, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, DEFAULT_SESSION_TIMEOUT_MS)
                - millis(kafka, ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, DEFAULT_HEARTBEAT_INTERVAL_MS);
        return Duration.ofMillis((long) (wait * MARGIN));
    }

    static Duration hold(Map<String, Object> kafka) {
        int wait = millis(kafka, ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, DEFAULT_MAX_POLL_INTERVAL_MS);
        return Duration.ofMillis((long) (wait * MARGIN));
    }

    /** From the most to the least specific of the ways in which Kafka Streams takes it. */
    private static int millis(Map<String, Object> kafka, String key, int preset) {
        for (String prefix : new String[] {"main.consumer.", "consumer.", ""}) {
            Object value = kafka.get(prefix + key);
            if (value != null) {
                return Integer.parseInt(value.toString().trim());
            }
        }
        return preset;
    }

    /** Begins to watch. */
    void start() {
        lastTick = clock.getAsLong();
        thread.start();
    }

    private void tick() {
        while (!isClosed) {
            look();
            LockSupport.parkNanos(TICK.toNanos());
        }
    }

    /** The gap is noted before the tick that ends it, so that no other thread can miss it. */
    synchronized long look() {
        long now = clock.getAsLong();
        longestGap = Math.max(longestGap, now - lastTick);
        lastTick = now;
        return longestGap;
    }

    /**
     * Returns as long as this instance cannot have lost its partitions unnoticed.
     *
     * @return now, for {@link #checkHeld}
     * @throws StoodStillException when it can; from then on always
     */
    long check() {
        long now = clock.getAsLong();
        if (Math.max(now - lastTick, longestGap) > limitNanos) {
            throw new StoodStillException("this process stood still", Duration.ofNanos(look()));
        }
        return now;
    }

    /**
     * Returns unless a record held its thread too long.
     *
     * @param begun when it came
     * @throws StoodStillException when it did
     */
    void checkHeld(long begun) {
        long held = clock.getAsLong() - begun;
        if (held > holdNanos) {
            throw new StoodStillException("a stream thread was held", Duration.ofNanos(held));
        }
    }

    @Override
    public void close() {
        isClosed = true;
    }

    /** The process may not go on; started again, it joins the group as a new member. */
    static final class StoodStillException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoodStillException(String what, Duration gap) {
            super(what + " for " + gap.toMillis()
                    + " ms, longer than the group waits for a member, so its partitions may"
                    + " be another instance's; the process must be started again");
        }
    }
}
