package dev.tocsin.loadtest.bench;

import dev.tocsin.loadtest.bench.Milestone.Kind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.KafkaStreams;

/** A detector's process that serves until its parent lets go, and tells what it reached. */
final class ServingMain {
    private static final long LOOK_NANOS = Duration.ofMillis(10).toNanos();

    private final TocsinSubject subject;
    private boolean isStandingBy;
    private boolean isReady;

    /**
     * How far it is.
     *
     * @param records taken in
     * @param late those that came too late to be ordered in
     */
    record Taken(long records, long late) {}

    private ServingMain(TocsinSubject subject) {
        this.subject = subject;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nothing comes after the end of the process
    public static void main(String[] arguments) {
        Assignment assignment = Json.read(arguments[0], Assignment.class);
        Parent.endWithErrors();
        AtomicBoolean isStopping = new AtomicBoolean();
        try (TocsinSubject subject = new TocsinSubject(Subjects.options(assignment))) {
            subject.app().ended().whenComplete((nothing, error) -> {
                if (!isStopping.get()) {
                    Parent.fail(new IllegalStateException("the detector stopped by itself", error));
                }
            });
            tell(Kind.STARTED);
            subject.start();
            Thread watch = new Thread(new ServingMain(subject)::watch, "watch");
            watch.setDaemon(true);
            watch.start();
            Parent.awaitEnd(() -> Parent.tell(Json.line(new Taken(subject.processed(), subject.late()))));
            isStopping.set(true);
        }
        System.exit(0);
    }

    private static void tell(Kind kind) {
        Parent.tell(Json.line(new Milestone(kind, System.currentTimeMillis())));
    }

    private void watch() {
        while (!isReady) {
            if (!isStandingBy && hasAll() && lag() == 0) {
                isStandingBy = true;
                tell(Kind.STANDING_BY);
            }
            if (tasks(true) == TopicNames.PARTITIONS
                    && subject.app().readiness().trouble().isEmpty()) {
                isReady = true;
                tell(Kind.READY);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** Of few accounts it is given some partitions at once, and copies of the others. */
    private boolean hasAll() {
        int copies = tasks(false);
        return copies > 0 && copies + tasks(true) == TopicNames.PARTITIONS;
    }

    private int tasks(boolean isActive) {
        return streams().metadataForLocalThreads().stream()
                .mapToInt(thread -> (isActive ? thread.activeTasks() : thread.standbyTasks()).size())
                .sum();
    }

    private long lag() {
        return streams().allLocalStorePartitionLags().values().stream()
                .flatMap(partitions -> partitions.values().stream())
                .mapToLong(lag -> lag.offsetLag())
                .sum();
    }

    private KafkaStreams streams() {
        return subject.app().streams();
    }
}
