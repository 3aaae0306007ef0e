package dev.tocsin.loadtest.bench;

import dev.tocsin.streams.StateMemory;
import dev.tocsin.streams.StreamsOptions;
import java.time.Duration;
import java.util.Map;

/** Makes what an assignment names; all of them run with the detector's own settings. */
final class Subjects {
    /** What the detector has by itself with a heap of 512 MB. */
    static final StateMemory MEMORY = StateMemory.USUAL;

    private Subjects() {}

    static Subject of(Assignment assignment) {
        StreamsOptions options = options(assignment);
        return switch (assignment.variant()) {
            case CONSUME_PRODUCE -> new CopySubject(assignment, options);
            case PASS_THROUGH -> new StreamsSubject(PassThrough.topology(assignment), options);
            case GET_PUT -> new StreamsSubject(GetPut.topology(assignment), options);
            case TOCSIN -> new TocsinSubject(options);
            case DSL -> new StreamsSubject(Newcomer.topology(assignment), options);
        };
    }

    static StreamsOptions options(Assignment assignment) {
        return new StreamsOptions(
                assignment.application(),
                Map.of("bootstrap.servers", assignment.bootstrap()),
                Schemas.CLIENT,
                true,
                TopicNames.detector(assignment.input(), assignment.application()),
                assignment.guarantee().value(),
                assignment.threads(),
                assignment.standbys(),
                assignment.stateDir(),
                "127.0.0.1:8080", // nobody asks for it
                Duration.ofMinutes(5),
                MEMORY);
    }
}
