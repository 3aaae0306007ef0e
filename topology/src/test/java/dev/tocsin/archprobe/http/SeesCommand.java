package dev.tocsin.archprobe.http;

import dev.tocsin.archprobe.cli.Command;

/** Guilty: something depends on the command line. */
public interface SeesCommand {
    Command command();
}
