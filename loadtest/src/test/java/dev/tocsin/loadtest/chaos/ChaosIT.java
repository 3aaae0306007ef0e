package dev.tocsin.loadtest.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.config.Guarantee;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small versions of the command {@code chaos}: some seconds of traffic in which everything is killed and paused. */
class ChaosIT {
    private static final long SEED = 5;
    private static final Duration LENGTH = Duration.ofSeconds(12);
    private static final int RATE = 60;
    private static final int INSTANCES = 2;

    /** Else most of the time would be waiting for a commit. */
    private static final int COMMIT_MILLIS = 2_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void under_at_least_once_kills_and_pauses_lose_and_invent_nothing() {
        run(
                Guarantee.AT_LEAST_ONCE,
                EnumSet.of(Fault.KILL, Fault.KILL_ALL, Fault.LONG_PAUSE, Fault.WIPE, Fault.CORRUPT));
    }

    @Test
    void under_exactly_once_kills_of_the_broker_too_lose_and_invent_nothing() {
        run(Guarantee.EXACTLY_ONCE_V2, EnumSet.of(Fault.KILL, Fault.KILL_BROKER, Fault.REMOVE));
    }

    private void run(Guarantee guarantee, Set<Fault> kinds) {
        StringWriter said = new StringWriter();
        ChaosOptions options = new ChaosOptions(SEED, LENGTH, guarantee, RATE, INSTANCES, COMMIT_MILLIS);
        Result result = new ChaosRun(options, kinds, directory, new PrintWriter(said, true)).run();
        assertThat(result.isExact()).as(said.toString()).isTrue();
        assertThat(result.kills()).as("kills").isPositive();
        assertThat(result.expectedAmidFaults()).as("alerts").isGreaterThan(20);
        assertThat(result.planted()).as("bad records").isPositive();
    }
}
