package dev.tocsin.loadtest.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs assignments, each in a JVM of its own.
 *
 * @param jvmOptions of each, such as its heap
 * @param profiles where flight recordings go; null for none
 */
record Runner(
        Cluster cluster,
        Workspace workspace,
        List<String> jvmOptions,
        @Nullable Path profiles) {
    /** Returns when all of the slice was taken in and committed. */
    Measured run(Setup setup, String application, String input, Slice slice) {
        Assignment assignment = assignment(setup, application, input, slice);
        Path log = workspace.newLog(application);
        try (ChildProcess child = ChildProcess.start(MeasuredMain.class, options(log), log, Json.line(assignment))) {
            Measured measured = Json.read(child.answer(), Measured.class);
            child.awaitEnd();
            if (measured.processed() != slice.records()) {
                throw new BenchException(
                        application + " took in " + measured.processed() + " records of " + slice.records());
            }
            return measured;
        }
    }

    /** Starts a detector that serves until it is closed. */
    ChildProcess serve(String name, Assignment assignment) {
        Path log = workspace.newLog(name);
        return ChildProcess.start(ServingMain.class, options(log), log, Json.line(assignment));
    }

    Assignment assignment(Setup setup, String application, String input, Slice slice) {
        return new Assignment(
                setup.variant(),
                setup.guarantee(),
                setup.threads(),
                0,
                cluster.bootstrap(),
                application,
                input,
                workspace.state(application),
                cluster.pid(),
                slice);
    }

    private List<String> options(Path log) {
        List<String> options = new ArrayList<>(jvmOptions);
        if (profiles != null) {
            String file = log.getFileName().toString().replace(".log", ".jfr");
            options.add("-XX:StartFlightRecording=settings=profile,filename=" + profiles.resolve(file));
        }
        return options;
    }
}
