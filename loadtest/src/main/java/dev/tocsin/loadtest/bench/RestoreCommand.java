package dev.tocsin.loadtest.bench;

import dev.tocsin.loadtest.machine.Machine;
import java.util.List;
import picocli.CommandLine.Command;

/** The command {@code deploy/tocsin bench restore}. */
@Command(
        name = "restore",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Measures how soon accounts are watched again when an instance goes: cold, and with a standby.")
final class RestoreCommand extends StateCommand {
    RestoreCommand() {
        super("restore");
    }

    @Override
    Report measure(BenchMain bench, Runner runner, Machine machine, long accounts, long events) {
        return StateReports.restore(
                machine, new Restore(runner, bench::progress).measure(accounts, events, List.of(Restore.Way.values())));
    }
}
