package dev.tocsin.loadtest.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
     * Runs them all, whatever comes out.
     *
     * @param isReported whether a report is written after each, so that one that is stopped leaves what there is
     * @return true when every one was exact
     */
    boolean run(boolean isReported) {
        Workspace workspace = Workspace.create();
        List<Result> results = new ArrayList<>();
        for (ChaosOptions options : wanted) {
            results.add(new ChaosRun(options, kinds, workspace.directory(options), out).run());
            if (isReported) {
                report(results);
            }
        }
        boolean isExact = results.stream().allMatch(Result::isExact);
        if (isExact) {
            Workspace.delete(workspace.root());
        }
        return isExact;
    }

    private void report(List<Result> results) {
        Path reports = Path.of(System.getProperty("tocsin.home", ""), "loadtest", "reports");
        String machine = Machine.describe();
        try {
            Files.createDirectories(reports);
            Files.writeString(reports.resolve("chaos.md"), ChaosTable.markdown(results, machine));
            Files.writeString(reports.resolve("chaos.html"), ChaosPage.of(results, machine));
        } catch (IOException e) {
            throw ChaosException.broken("The report cannot be written: " + e.getMessage(), e);
        }
        out.println("report in " + reports);
    }
}
