package dev.tocsin.loadtest.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;

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
        Runs runs = new Runs(new ArrayList<>(), new ArrayList<>());
        for (ChaosOptions options : wanted) {
            run(options, workspace, runs);
            if (isReported) {
                report(runs);
            }
        }
        if (runs.isExact()) {
            Workspace.delete(workspace.root());
        }
        return runs.isExact();
    }

    private void run(ChaosOptions options, Workspace workspace, Runs runs) {
        try {
            runs.results().add(new ChaosRun(options, kinds, workspace.directory(options), out).run());
        } catch (ChaosException | KafkaException e) {
            String why = String.valueOf(e.getMessage());
            out.println("no result: " + why);
            runs.without().add(new Runs.NoResult(options, why));
        }
    }

    private void report(Runs runs) {
        Path reports = Path.of(System.getProperty("tocsin.home", ""), "loadtest", "reports");
        String machine = Machine.describe();
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
