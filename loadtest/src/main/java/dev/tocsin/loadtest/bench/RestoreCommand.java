package dev.tocsin.loadtest.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command {@code deploy/tocsin bench restore}. */
@Command(
        name = "restore",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Measures how soon accounts are watched again when an instance goes: cold, and with a standby.")
final class RestoreCommand implements Callable<Integer> {
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
                "restore",
                common,
                runner -> StateReports.restore(machine, new Restore(runner, bench::progress).measure(checked, events)));
    }
}
