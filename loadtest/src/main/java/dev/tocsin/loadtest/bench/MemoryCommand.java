package dev.tocsin.loadtest.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command {@code deploy/tocsin bench memory}. */
@Command(
        name = "memory",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Measures what accounts take of memory, of the disk and of the changelog.")
final class MemoryCommand implements Callable<Integer> {
    @ParentCommand
    private BenchMain bench = BenchMain.QUIET;

    @Option(
            names = "--accounts",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many accounts there are, with three events each. Default: ${DEFAULT-VALUE}.")
    private long accounts;

    @Mixin
    private Common common = new Common();

    @Override
    public Integer call() {
        long checked = Common.accounts(accounts);
        long events = Scale.FULL.fill(Variant.Lane.KEYED, checked);
        Machine machine = Machine.here();
        return bench.report(
                "memory",
                common,
                runner ->
                        StateReports.memory(machine, new MemoryUse(runner, bench::progress).measure(checked, events)));
    }
}
