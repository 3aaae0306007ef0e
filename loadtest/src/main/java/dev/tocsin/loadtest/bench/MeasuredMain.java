package dev.tocsin.loadtest.bench;

import java.util.List;

/** The process of one measurement: takes an assignment as JSON, prints an outcome as JSON. */
final class MeasuredMain {
    private MeasuredMain() {}

    public static void main(String[] arguments) {
        Parent.endWith();
        Parent.endWithErrors();
        Assignment assignment = Json.read(arguments[0], Assignment.class);
        Measured outcome;
        try (Subject subject = Subjects.of(assignment)) {
            subject.start();
            List<Pass> passes = new Stopwatch(subject, new Clocks(assignment.brokerPid())).time(assignment.slice());
            outcome = new Measured(passes, subject.processed(), Footprint.now(subject.offHeap()));
        }
        Parent.tell(Json.line(outcome));
        System.exit(0); // clients of a closed application may leave threads behind
    }
}
