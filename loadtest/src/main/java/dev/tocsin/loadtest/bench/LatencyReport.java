package dev.tocsin.loadtest.bench;

import dev.tocsin.config.Guarantee;
import dev.tocsin.loadtest.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says how long alerts took, and whether that is what is wanted. */
final class LatencyReport {
    private static final double MOST_AT_LEAST_ONCE_MS = 25;

    /** An alert is readable no sooner than its transaction is committed. */
    private static final double MOST_AFTER_COMMIT_MS = 50;

    private static final String CAPTION =
            "Milliseconds from when an event was to be sent until its alert could be read;"
                    + " raised: until the detector raised it, read: from there";

    private LatencyReport() {}

    static Report of(Machine machine, List<Latency.Result> results) {
        Table table = new Table(
                "guarantee",
                "load",
                "events/s",
                "kept up",
                "late",
                "alerts",
                "p50",
                "p99",
                "p99.9",
                "max",
                "raised p99",
                "read p99",
                "sender p99");
        Table bars = new Table("bar", "p99 ms", "wanted", "", "seconds above it");
        List<Chart.Bar> chart = new ArrayList<>();
        Report report = new Report("How soon an alert can be read", machine)
                .table(CAPTION, table)
                .table("Bars", bars);
        for (Latency.Result result : results) {
            Delays delays = result.delays();
            String load = text(result.isGiven() ? "%.0f %% (given)" : "%.0f %%", 100 * result.share());
            table.row(
                    result.guarantee().value(),
                    load,
                    text("%,d", result.perSecond()),
                    result.isHeld() ? "yes" : text("no, %,d behind", result.behind()),
                    text("%,d", result.late()),
                    text("%,d", delays.alerts()),
                    text("%.1f", delays.p50()),
                    text("%.1f", delays.p99()),
                    text("%.1f", delays.p999()),
                    text("%.1f", delays.most()),
                    text("%.1f", delays.raisedP99()),
                    text("%.1f", delays.readP99()),
                    text("%.1f", delays.senderP99()));
            if (result.share() == Latency.HALF && !result.isGiven()) {
                double wanted = wanted(result);
                bars.row(
                        result.guarantee().value() + " at " + load,
                        text("%.1f", delays.p99()),
                        text("<= %.0f", wanted),
                        Bar.atMost(delays.p99(), wanted),
                        text(
                                "%d of %d",
                                delays.secondsAbove(wanted), delays.secondsP99().size()));
            }
            chart.add(new Chart.Bar(
                    result.guarantee().value() + " at " + load,
                    delays.p99(),
                    new Spread(delays.p50(), delays.p99(), delays.p999()),
                    true));
            report.figure(result);
        }
        return report.chart(new Chart("p99, with a line from p50 to p99.9", "milliseconds", chart));
    }

    private static double wanted(Latency.Result result) {
        return result.guarantee() == Guarantee.AT_LEAST_ONCE
                ? MOST_AT_LEAST_ONCE_MS
                : result.commitMillis() + MOST_AFTER_COMMIT_MS;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
