package dev.tocsin.loadtest.bench;

import java.time.Duration;

/**
 * Something that a serving process reached.
 *
 * @param atMillis the machine's clock, which all processes share
 */
record Milestone(Kind kind, long atMillis) {
    enum Kind {
        /** Has begun to start Kafka Streams. */
        STARTED,

        /** Holds the state of all partitions, up to date, at least of some as a copy. */
        STANDING_BY,

        /** Has all partitions and processes them. */
        READY
    }

    /** A hundred million accounts are read from a changelog sooner. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /**
     * Waits until a process tells of it.
     *
     * @throws BenchException when it ends without, or takes too long
     */
    static Milestone await(ChildProcess process, Kind kind) {
        Milestone milestone = Json.read(process.answer(PATIENCE), Milestone.class);
        while (milestone.kind() != kind) {
            milestone = Json.read(process.answer(PATIENCE), Milestone.class);
        }
        return milestone;
    }
}
