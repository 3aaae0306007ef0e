package dev.tocsin.archprobe.cli;

/** Innocent: a command. */
public interface Command {
    void run();
}
