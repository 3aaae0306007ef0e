package dev.tocsin.loadtest.bench;

import dev.tocsin.loadtest.machine.Machine;
import picocli.CommandLine.Command;

/** The command {@code deploy/tocsin bench memory}. */
@Command(
        name = "memory",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Measures what accounts take of memory, of the disk and of the changelog.")
final class MemoryCommand extends StateCommand {
    MemoryCommand() {
        super("memory");
    }

    @Override
    Report measure(BenchMain bench, Runner runner, Machine machine, long accounts, long events) {
        return StateReports.memory(machine, new MemoryUse(runner, bench::progress).measure(accounts, events));
    }
}
