package dev.tocsin.loadtest.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says what was measured, and whether the detector clears its bars, as ratios within one run. */
final class ThroughputReport {
    /** Of a bare get and put, what the detector is to reach. */
    private static final double OF_GET_PUT = 0.85;

    /** How many times as fast as a newcomer's topology it is to be. */
    private static final double TIMES_DSL = 3;

    private final Map<Setup, List<Pass>> passes;

    private ThroughputReport(Map<Setup, List<Pass>> passes) {
        this.passes = passes;
    }

    /** One figure for programs. */
    private record Figure(String variant, Setup setup, List<Pass> passes) {}

    static Report of(Machine machine, Map<Setup, List<Pass>> passes) {
        ThroughputReport throughput = new ThroughputReport(passes);
        Report report = new Report("How fast Tocsin is", machine)
                .table("Records a second, and CPU time of each", throughput.table())
                .table("Bars", throughput.bars());
        throughput.charts().forEach(report::chart);
        passes.forEach((setup, measured) ->
                report.figure(new Figure(String.valueOf(setup.variant().letter()), setup, measured)));
        return report;
    }

    private Table table() {
        Table table = new Table(
                "variant",
                "accounts",
                "guarantee",
                "threads",
                "records/s",
                "from - to",
                "app µs",
                "broker µs",
                "others");
        passes.forEach((setup, measured) -> {
            Spread rate = Spread.of(measured, Pass::perSecond);
            table.row(
                    setup.variant().letter() + " " + setup.variant().title(),
                    Lines.accounts(setup.accounts()),
                    setup.guarantee().value(),
                    Integer.toString(setup.threads()),
                    text("%,.0f", rate.median()),
                    text("%,.0f - %,.0f", rate.least(), rate.most()),
                    text("%.1f", Spread.of(measured, Pass::appMicros).median()),
                    text("%.1f", Spread.of(measured, Pass::brokerMicros).median()),
                    text("%.0f %%", 100 * Spread.of(measured, Pass::othersShare).median()));
        });
        return table;
    }

    private Table bars() {
        Table table = new Table("bar", "accounts", "guarantee", "threads", "ratio", "wanted", "");
        passes.keySet().stream()
                .filter(setup -> setup.variant() == Variant.TOCSIN)
                .forEach(setup -> {
                    bar(table, "d / c", setup, Variant.GET_PUT, OF_GET_PUT);
                    bar(table, "d / e", setup, Variant.DSL, TIMES_DSL);
                });
        return table;
    }

    private void bar(Table table, String name, Setup setup, Variant than, double wanted) {
        List<Pass> other = passes.get(setup.of(than));
        List<Pass> own = passes.get(setup);
        if (own != null && other != null) {
            double ratio = Spread.of(own, Pass::perSecond).median()
                    / Spread.of(other, Pass::perSecond).median();
            table.row(
                    name,
                    Lines.accounts(setup.accounts()),
                    setup.guarantee().value(),
                    Integer.toString(setup.threads()),
                    text("%.2f", ratio),
                    text(">= %.2f", wanted),
                    Bar.atLeast(ratio, wanted));
        }
    }

    /** One for each guarantee and number of threads. */
    private List<Chart> charts() {
        Map<String, List<Chart.Bar>> bars = new LinkedHashMap<>();
        passes.forEach((setup, measured) -> {
            Spread rate = Spread.of(measured, Pass::perSecond);
            String label = setup.variant().letter() + " " + setup.variant().title()
                    + (setup.accounts() == 0 ? "" : ", " + Lines.accounts(setup.accounts()));
            bars.computeIfAbsent(mode(setup), mode -> new ArrayList<>())
                    .add(new Chart.Bar(label, rate.median(), rate, setup.variant() == Variant.TOCSIN));
        });
        List<Chart> charts = new ArrayList<>();
        bars.forEach((mode, list) -> charts.add(new Chart(mode, "records a second", list)));
        return charts;
    }

    private static String mode(Setup setup) {
        return setup.guarantee().value() + ", " + setup.threads() + (setup.threads() == 1 ? " thread" : " threads");
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
