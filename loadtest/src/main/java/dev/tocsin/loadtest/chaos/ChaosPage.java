package dev.tocsin.loadtest.chaos;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Several runs as one page that needs nothing else: tables, faults by kind, and each run's lag with its faults. */
final class ChaosPage {
    private static final String STYLE = """
            body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
            body { color: #1d2733; background: #fff; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 13px; }
            th, td { padding: .25rem .6rem; text-align: right; border-bottom: 1px solid #dde3ea; }
            th:nth-child(2), td:nth-child(2), .left td:first-child { text-align: left; }
            .bad { color: #b3261e; font-weight: 600; } .good { color: #1b7f4b; font-weight: 600; }
            tr:last-child td { font-weight: 600; }
            svg { display: block; max-width: 100%; margin: .4rem 0 1.4rem; } text { font: 11px system-ui, sans-serif; }
            """;

    private ChaosPage() {}

    static String of(Runs runs, String machine) {
        List<Result> results = runs.results();
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Tocsin: chaos</title><style>
                %s</style></head><body>
                <h1>Chaos: was an alert lost or invented?</h1>
                <p class="%s">%s</p>
                <p>%s</p>
                %s
                <h2>Faults by kind, all runs</h2>
                %s
                <h2>Each run</h2>
                <p>The line is what an instance that starts now would have to read: records that are not committed. Marks are
                faults; hover over them for their names.</p>
                %s
                </body></html>
                """.formatted(
                        STYLE,
                        runs.isExact() ? "good" : "bad",
                        answer(runs),
                        Svg.escaped(runs.setting() + ' ' + machine),
                        table(runs),
                        faults(results),
                        results.stream().map(ChaosPage::run).collect(Collectors.joining("\n")));
    }

    private static String answer(Runs runs) {
        if (!runs.results().stream().allMatch(Result::isExact)) {
            return "Yes: see the columns lost, invented and changed.";
        }
        return runs.isExact()
                ? "No: every alert and every dead letter is as it must be."
                : "Not known: a run has no result.";
    }

    private static String table(Runs runs) {
        String head = ChaosTable.HEAD.stream()
                .map(name -> "<th>" + Svg.escaped(name) + "</th>")
                .collect(Collectors.joining());
        String rows = ChaosTable.rows(runs).stream().map(ChaosPage::row).collect(Collectors.joining("\n"));
        return "<table><tr>" + head + "</tr>\n" + rows + "</table>";
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> "<td>" + Svg.escaped(cell) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String faults(List<Result> results) {
        return Svg.bars(Arrays.stream(Fault.values())
                .map(fault -> new Svg.Bar(fault.id(), ChaosTable.count(results, fault), fault.description()))
                .toList());
    }

    private static String run(Result result) {
        return "<h3>Seed " + result.options().seed() + ", "
                + result.options().guarantee().value() + ": "
                + (result.isExact() ? "<span class=\"good\">exact</span>" : "<span class=\"bad\">not exact</span>")
                + "</h3>" + Svg.course(result.lag(), result.marks());
    }
}
