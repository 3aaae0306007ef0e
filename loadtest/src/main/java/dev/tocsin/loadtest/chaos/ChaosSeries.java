package dev.tocsin.loadtest.chaos;

import dev.tocsin.loadtest.machine.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Several runs, one after another, and what they come to. */
final class ChaosSeries {
    private final List<ChaosOptions> wanted;
    private final Set<Fault> kinds;
    private final PrintWriter out;

    ChaosSeries(List<ChaosOptions> wanted, Set<Fault> kinds, PrintWriter out) {
        this.wanted = wanted;
        this.kinds = kinds;
        this.out = out;
    }

    /**
     * Runs them all, whatever comes out of one.
     *
     * @param isReported whether a report is written after each, so that one that is stopped leaves what there is
     * @return true when every one has a result that is exact
     */
    boolean run(boolean isReported) {
        Workspace workspace = Workspace.create();
        Runs runs = Runs.none();
        for (ChaosOptions options : wanted) {
            runs.take(options, () -> new ChaosRun(options, kinds, workspace.directory(options), out).run());
            if (isReported) {
                report(runs);
            }
        }
        if (runs.isExact()) {
            Workspace.delete(workspace.root());
        }
        return runs.isExact();
    }

    private void report(Runs runs) {
        Path reports = Path.of(System.getProperty("tocsin.home", ""), "loadtest", "reports");
        String machine = LocalDate.now(ZoneOffset.UTC) + ", on " + Machine.here() + '.';
        try {
            Files.createDirectories(reports);
            Files.writeString(reports.resolve("chaos.md"), ChaosTable.markdown(runs, machine));
            Files.writeString(reports.resolve("chaos.html"), ChaosPage.of(runs, machine));
        } catch (IOException e) {
            throw ChaosException.broken("The report cannot be written: " + e.getMessage(), e);
        }
        out.println("report in " + reports);
    }
}
