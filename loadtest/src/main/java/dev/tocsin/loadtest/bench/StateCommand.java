package dev.tocsin.loadtest.bench;

import dev.tocsin.loadtest.machine.Machine;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A command that first fills a detector with many accounts. */
abstract class StateCommand implements Callable<Integer> {
    @ParentCommand
    private BenchMain bench = BenchMain.QUIET;

    @Option(
            names = "--accounts",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many accounts there are. Default: ${DEFAULT-VALUE}.")
    private long accounts;

    @Option(
            names = "--fill",
            paramLabel = "N",
            defaultValue = "3",
            description = "Events for each account, on average. Default: ${DEFAULT-VALUE}.")
    private int fill;

    @Mixin
    private Common common = new Common();

    private final String name;

    StateCommand(String name) {
        this.name = name;
    }

    abstract Report measure(BenchMain bench, Runner runner, Machine machine, long accounts, long events);

    @Override
    public Integer call() {
        long checked = Common.accounts(accounts);
        int perAccount = Common.within("--fill", fill, 1, BenchMain.MOST_FILL);
        long events = Scale.FULL.filling(perAccount).fill(Variant.Lane.KEYED, checked);
        Machine machine = Machine.here();
        common.with(
                bench::progress,
                runner -> bench.report(name, common, measure(bench, runner, machine, checked, events)));
        return ExitCode.OK;
    }
}
