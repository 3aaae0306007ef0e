package dev.tocsin.loadtest.bench;

import dev.tocsin.loadtest.machine.Machine;
import java.util.List;
import java.util.Locale;

/** Says what accounts cost, and how soon they are watched again. */
final class StateReports {
    private static final long MOST_MEMORY = 1_536L << 20;

    private StateReports() {}

    static Report memory(Machine machine, MemoryUse.Result result) {
        Footprint footprint = result.footprint();
        OffHeap offHeap = footprint.offHeap();
        Table table = new Table("what", "", "for each account")
                .row("accounts", text("%,d", result.accounts()), "")
                .row("events", text("%,d", result.events()), text("%.1f", (double) result.events() / result.accounts()))
                .row("peak of the process", Lines.mebibytes(footprint.peak()), "")
                .row("heap in use after a collection", Lines.mebibytes(footprint.heap()), "")
                .row("of it recent states, at most", Lines.mebibytes(result.recentBytes()), "")
                .row("RocksDB's cache", Lines.mebibytes(offHeap.cache()), "")
                .row("RocksDB's memtables", Lines.mebibytes(offHeap.memtables()), "")
                .row("RocksDB's readers", Lines.mebibytes(offHeap.readers()), "")
                .row("state on disk", Lines.mebibytes(result.diskBytes()), each(result, result.diskBytes()))
                .row("changelog", Lines.mebibytes(result.changelogBytes()), each(result, result.changelogBytes()));
        Table bars = new Table("bar", "", "wanted", "")
                .row(
                        "peak of the process",
                        Lines.mebibytes(footprint.peak()),
                        "<= " + Lines.mebibytes(MOST_MEMORY),
                        footprint.peak() == Memory.NOT_KNOWN
                                ? Bar.NOT_KNOWN
                                : Bar.atMost((double) footprint.peak(), MOST_MEMORY));
        return new Report("What accounts cost", machine)
                .table("Memory and disk", table)
                .table("Bars", bars)
                .chart(new Chart(
                        "Memory",
                        "MiB",
                        List.of(
                                bar("peak of the process", Math.max(0, footprint.peak())),
                                bar("heap in use", footprint.heap()),
                                bar("RocksDB, all", offHeap.all()))))
                .figure(result);
    }

    private static Chart.Bar bar(String label, long bytes) {
        return Chart.Bar.plain(label, bytes / 1024.0 / 1024.0);
    }

    private static String each(MemoryUse.Result result, long bytes) {
        return text("%.0f bytes", result.perAccount(bytes));
    }

    static Report restore(Machine machine, Restore.Result result) {
        Table table = new Table("taken over", "seconds", "wanted", "");
        result.takeovers().forEach(takeover -> {
            double bar = takeover.way().mostSeconds();
            table.row(
                    takeover.way().title(),
                    Lines.decimals(takeover.seconds()),
                    bar > 0 ? text("<= %.0f", bar) : "",
                    bar > 0 ? Bar.atMost(takeover.seconds(), bar) : "");
        });
        String heading =
                text("%,d accounts, %s of changelog", result.accounts(), Lines.mebibytes(result.changelogBytes()));
        return new Report("How soon accounts are watched again", machine)
                .table(heading, table)
                .chart(new Chart(
                        "Until all partitions are processed again",
                        "seconds",
                        result.takeovers().stream()
                                .map(takeover -> Chart.Bar.plain(takeover.way().title(), takeover.seconds()))
                                .toList()))
                .figure(result);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
