package dev.tocsin.loadtest.bench;

/**
 * Something that a serving process reached.
 *
 * @param atMillis the machine's clock, which all processes share
 */
record Milestone(Kind kind, long atMillis) {
    enum Kind {
        /** Has begun to start Kafka Streams. */
        STARTED,

        /** Holds copies of all partitions' state, up to date. */
        STANDING_BY,

        /** Has all partitions and processes them. */
        READY
    }

    /** Waits until a process tells of it. */
    static Milestone await(ChildProcess process, Kind kind) {
        Milestone milestone = Json.read(process.answer(), Milestone.class);
        while (milestone.kind() != kind) {
            milestone = Json.read(process.answer(), Milestone.class);
        }
        return milestone;
    }
}
