package dev.tocsin.loadtest.bench;

import dev.tocsin.config.Guarantee;
import dev.tocsin.loadtest.machine.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command {@code deploy/tocsin bench latency}. */
@Command(
        name = "latency",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Measures the time from an event to its alert, at 50 %% and 80 %% of the throughput.")
final class LatencyCommand implements Callable<Integer> {
    /** One sender's thread comes to a tenth. */
    private static final int MOST_PER_SECOND = 10_000_000;

    @ParentCommand
    private BenchMain bench = BenchMain.QUIET;

    @Option(
            names = "--accounts",
            paramLabel = "N",
            defaultValue = "50000",
            description = "How many accounts there are. Default: ${DEFAULT-VALUE}.")
    private long accounts;

    @Option(
            names = "--guarantees",
            paramLabel = "NAME",
            split = ",",
            description = "Default: at_least_once,exactly_once_v2.")
    private @Nullable List<String> guarantees;

    @Option(
            names = "--loads",
            paramLabel = "PERCENT",
            split = ",",
            defaultValue = "50,80",
            description = "Of the throughput, such as 10,25,50,80. Default: ${DEFAULT-VALUE}.")
    private List<Integer> loads = List.of();

    @Option(
            names = "--throughput",
            paramLabel = "N",
            description =
                    "Events a second that loads are shares of, whatever is measured first: to compare two builds or"
                            + " settings at the same rate. The bars are about what is measured, so they get no verdict.")
    private @Nullable Integer throughput;

    @Option(
            names = "--lead",
            paramLabel = "N",
            defaultValue = "90",
            description =
                    "Seconds at each rate before what is measured: the compiler is busy for as long with what only"
                            + " happens there. Default: ${DEFAULT-VALUE}.")
    private int lead;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long is measured at each rate. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Mixin
    private Common common = new Common();

    @Override
    public Integer call() {
        long checked = Common.accounts(accounts);
        Duration before = Duration.ofSeconds(Common.within("--lead", lead, 0, 3600));
        Duration span = Duration.ofSeconds(Common.within("--seconds", seconds, 3, 3600));
        List<Guarantee> modes = Common.guarantees(guarantees);
        List<Double> shares = loads.stream()
                .distinct()
                .map(load -> Common.within("--loads", load, 1, 100) / 100.0)
                .toList();
        OptionalDouble given = throughput == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(Common.within("--throughput", throughput, 1, MOST_PER_SECOND));
        Machine machine = Machine.here();
        common.with(bench::progress, runner -> {
            Latency latency = new Latency(runner, before, span, given, bench::progress);
            List<Latency.Result> results = new ArrayList<>();
            for (Guarantee mode : modes) {
                results.addAll(latency.measure(checked, Scale.FULL, mode, shares));
                bench.report("latency", common, LatencyReport.of(machine, results));
            }
        });
        return ExitCode.OK;
    }
}
