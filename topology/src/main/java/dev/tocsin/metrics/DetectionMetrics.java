package dev.tocsin.metrics;

import dev.tocsin.engine.Outcome;

/**
 * Counts what happens to events. Called from stream threads, once each per record.
 *
 * <p>Every record read from an input topic ends in exactly one of {@link #deadLetter} and {@link #taken}. Nothing that
 * could name an account or an address may become a tag.
 */
public interface DetectionMetrics {
    /** Counts nothing. */
    DetectionMetrics NOOP = new DetectionMetrics() {
        @Override
        public void deadLetter(String type, String reason) {}

        @Override
        public void taken(Taken taken) {}

        @Override
        public void registryCallFailed() {}
    };

    /**
     * A record could not become an event.
     *
     * @param type {@code login} or {@code change}
     */
    void deadLetter(String type, String reason);

    void taken(Taken taken);

    /** The schema registry could not be asked; the call is tried again. */
    void registryCallFailed();

    /**
     * An event that the engine has taken.
     *
     * @param type {@code login} or {@code change}
     * @param redelivered Kafka delivered the record before, and its effects are in the state
     * @param remembered the account's state was in the heap and not read from the store
     * @param engineNanos spent on state and judging
     * @param stateBytes size of the state written, 0 when none was
     * @param occurredAt event time, milliseconds since 1970
     * @param recordedAt its record's timestamp, likewise
     * @param now when the engine was done, likewise
     */
    record Taken(
            String type,
            Outcome outcome,
            boolean redelivered,
            boolean remembered,
            long engineNanos,
            int stateBytes,
            long occurredAt,
            long recordedAt,
            long now) {}
}
