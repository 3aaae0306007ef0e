package dev.tocsin.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.config.Guarantee;
import dev.tocsin.loadtest.machine.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurements, small, with all that they hold outputs against; no bars, which would mean nothing here. */
class BenchIT {
    private static final Slice SMALL = new Slice(1_000, 1, 2_000, 1_000);
    private static final Scale SCALE = new Scale(SMALL, SMALL, SMALL, 0, 0, 0);
    private static final long ACCOUNTS = 500;

    /** A JVM that lives for seconds is sooner done without the second compiler. */
    private static final List<String> SHORT_LIVED = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    @TempDir
    private static Path data = Path.of("");

    private static Workspace workspace;
    private static Cluster cluster;
    private static Runner runner;

    private final List<String> progress = new ArrayList<>();

    @BeforeAll
    static void start() {
        workspace = Workspace.in(data, warning -> {});
        cluster = Cluster.start(workspace);
        runner = new Runner(cluster, workspace, SHORT_LIVED, null);
    }

    @AfterAll
    static void stop() {
        cluster.close();
        workspace.close();
    }

    @Test
    void everyVariantTakesInEveryRecord_andWritesExactlyWhatItMust() {
        Map<Setup, List<Round>> rounds = new HashMap<>();
        Grid grid =
                new Grid(List.of(Variant.values()), List.of(ACCOUNTS), List.of(Guarantee.AT_LEAST_ONCE), List.of(2), 1);
        new Throughput(runner, grid, SCALE, progress::add).measure(rounds::putAll);
        assertThat(rounds).hasSize(Variant.values().length);
        assertThat(rounds.values())
                .allSatisfy(list -> assertThat(list).singleElement().satisfies(round -> assertThat(round.perSecond())
                        .isPositive()));

        Report report = ThroughputReport.of(Machine.here(), rounds);
        assertThat(report.jsonLines()).hasSize(1 + rounds.size());
        assertThat(report.table("Bars").rows()).hasSize(1 + 2);
    }

    @Test
    void alertsOfALoadWithTransactions_areTimedAndAllThere() {
        Latency latency = new Latency(
                runner, Duration.ofSeconds(1), Duration.ofSeconds(2), OptionalDouble.of(10_000), progress::add);
        List<Latency.Result> results =
                latency.measure(ACCOUNTS, SCALE, Guarantee.EXACTLY_ONCE_V2, List.of(Latency.HALF));
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.perSecond()).isEqualTo(5_000);
            assertThat(result.delays().alerts()).isPositive();
            assertThat(result.delays().p50()).isPositive();
            assertThat(result.delays().raisedP99()).isPositive();
            assertThat(result.delays().readP99()).isPositive();
        });
    }

    @Test
    void accounts_takeMemoryAndDisk() {
        MemoryUse.Result result = new MemoryUse(runner, progress::add).measure(ACCOUNTS, 2_000);
        assertThat(result.accounts()).isPositive();
        assertThat(result.footprint().heap()).isPositive();
        assertThat(result.diskBytes()).isPositive();
        assertThat(result.changelogBytes()).isPositive();
        assertThat(StateReports.memory(Machine.here(), result).table("Bars").rows())
                .hasSize(1 + 1);
    }

    @Test
    void accounts_areTakenOver() { // KILLED is a standby too, which is told 45 s later
        List<Restore.Way> ways = List.of(Restore.Way.RESTARTED, Restore.Way.COLD, Restore.Way.STOPPED);
        Restore.Result result = new Restore(runner, progress::add).measure(ACCOUNTS, 2_000, ways);
        assertThat(result.takeovers()).extracting(Restore.Takeover::way).isEqualTo(ways);
        assertThat(result.takeovers())
                .allSatisfy(takeover -> assertThat(takeover.seconds()).isPositive());
        assertThat(StateReports.restore(Machine.here(), result).jsonLines()).hasSize(1 + 1);
    }
}
