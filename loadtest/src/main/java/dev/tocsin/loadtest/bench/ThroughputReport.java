package dev.tocsin.loadtest.bench;

import dev.tocsin.loadtest.machine.Machine;
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

    /** Beyond it even ratios say little. */
    private static final double MOST_OTHERS = 0.5;

    private final Map<Setup, List<Round>> rounds;

    private ThroughputReport(Map<Setup, List<Round>> rounds) {
        this.rounds = rounds;
    }

    /** One figure for programs. */
    private record Figure(String variant, Setup setup, List<Round> rounds) {}

    static Report of(Machine machine, Map<Setup, List<Round>> rounds) {
        ThroughputReport throughput = new ThroughputReport(rounds);
        Report report = new Report("How fast Tocsin is", machine)
                .table("Records a second, and CPU time of each", throughput.table())
                .table("Bars", throughput.bars());
        throughput.charts().forEach(report::chart);
        rounds.forEach((setup, measured) ->
                report.figure(new Figure(String.valueOf(setup.variant().letter()), setup, measured)));
        return report;
    }

    private Table table() {
        Table table = new Table(
                "variant",
                "accounts",
                "with events",
                "guarantee",
                "threads",
                "records/s",
                "from - to",
                "app µs",
                "broker µs",
                "others");
        rounds.forEach((setup, of) -> {
            List<Pass> measured = passes(of);
            Spread rate = Spread.of(measured, Pass::perSecond);
            table.row(
                    setup.variant().letter() + " " + setup.variant().title(),
                    Lines.accounts(setup.accounts()),
                    seen(of),
                    setup.guarantee().value(),
                    Integer.toString(setup.threads()),
                    text("%,.0f", rate.median()),
                    text("%,.0f - %,.0f", rate.least(), rate.most()),
                    text("%.1f", Spread.of(measured, Pass::appMicros).median()),
                    text("%.1f", Spread.of(measured, Pass::brokerMicros).median()),
                    text("%.0f %%", 100 * others(measured)));
        });
        return table;
    }

    private Table bars() {
        Table table =
                new Table("bar", "accounts", "with events", "guarantee", "threads", "ratio", "from - to", "wanted", "");
        rounds.keySet().stream()
                .filter(setup -> setup.variant() == Variant.TOCSIN)
                .forEach(setup -> {
                    bar(table, "d / c", setup, Variant.GET_PUT, OF_GET_PUT);
                    bar(table, "d / e", setup, Variant.DSL, TIMES_DSL);
                });
        return table;
    }

    /** Of what was measured in the same round, one after the other, so that a slow hour slows down both. */
    private void bar(Table table, String name, Setup setup, Variant than, double wanted) {
        List<Round> own = rounds.getOrDefault(setup, List.of());
        List<Round> other = rounds.getOrDefault(setup.beside(than), List.of());
        if (own.isEmpty() || own.size() != other.size()) {
            return;
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            ratios.add(own.get(i).perSecond() / other.get(i).perSecond());
        }
        Spread ratio = Spread.of(ratios, Double::doubleValue);
        boolean isNoisy = Math.max(others(passes(own)), others(passes(other))) > MOST_OTHERS;
        table.row(
                name,
                Lines.accounts(setup.accounts()),
                seen(own),
                setup.guarantee().value(),
                Integer.toString(setup.threads()),
                text("%.2f", ratio.median()),
                text("%.2f - %.2f", ratio.least(), ratio.most()),
                text(">= %.2f", wanted),
                isNoisy ? Bar.TOO_NOISY : Bar.atLeast(ratio.median(), wanted));
    }

    private static List<Pass> passes(List<Round> rounds) {
        return rounds.stream().flatMap(round -> round.passes().stream()).toList();
    }

    private static double others(List<Pass> passes) {
        return Spread.of(passes, Pass::othersShare).median();
    }

    /** The accounts that had had an event when it was measured last. */
    private static String seen(List<Round> rounds) {
        int seen = rounds.get(rounds.size() - 1).accountsSeen();
        return seen == 0 ? "" : text("%,d", seen);
    }

    /** One for each guarantee and number of threads. */
    private List<Chart> charts() {
        Map<String, List<Chart.Bar>> bars = new LinkedHashMap<>();
        rounds.forEach((setup, of) -> {
            Spread rate = Spread.of(passes(of), Pass::perSecond);
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
