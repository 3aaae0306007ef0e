package dev.tocsin.archprobe;

import dev.tocsin.archprobe.cli.Command;

/** Innocent: the wiring may see everything. */
public interface Main {
    Command command();
}
