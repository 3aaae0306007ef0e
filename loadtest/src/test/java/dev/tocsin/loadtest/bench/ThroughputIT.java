package dev.tocsin.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.config.Guarantee;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark, small, with all that it holds outputs against; no times, which would mean nothing here. */
class ThroughputIT {
    private static final Slice SMALL = new Slice(1_000, 1, 2_000, 1_000);
    private static final Scale SCALE = new Scale(SMALL, SMALL, SMALL, 0, 2_000, 2_000);

    @TempDir
    private Path data = Path.of("");

    @Test
    void everyVariantTakesInEveryRecord_andWritesExactlyWhatItMust() {
        Grid grid = new Grid(
                List.of(Variant.values()),
                List.of(500L),
                List.of(Guarantee.AT_LEAST_ONCE, Guarantee.EXACTLY_ONCE_V2),
                List.of(2),
                1);
        List<String> progress = new ArrayList<>();
        Map<Setup, List<Pass>> passes = measured(grid, progress);
        assertThat(passes).hasSize(2 * Variant.values().length);
        assertThat(passes.values())
                .allSatisfy(list -> assertThat(list).singleElement().satisfies(pass -> assertThat(pass.perSecond())
                        .isPositive()));
        assertThat(progress).hasSize(3 + passes.size());

        Report report = ThroughputReport.of(Machine.here(), passes);
        assertThat(report.jsonLines()).hasSize(1 + passes.size());
        assertThat(report.table("Bars").rows()).hasSize(1 + 4);
    }

    private Map<Setup, List<Pass>> measured(Grid grid, List<String> progress) {
        try (Workspace workspace = Workspace.in(data);
                Cluster cluster = Cluster.start(workspace.root())) {
            return new Throughput(new Runner(cluster, workspace, "256m", null), grid, SCALE, progress::add).measure();
        }
    }
}
