package dev.tocsin.cli;

import java.io.PrintWriter;

/** Tells about the lines that could not be read: the first ones each, the others by their number. */
final class BadLines {
    /** Enough to see a pattern, not enough to bury everything else. */
    static final int SHOWN = 20;

    private final PrintWriter err;
    private long count;

    BadLines(PrintWriter err) {
        this.err = err;
    }

    void add(long line, String reason) {
        count++;
        if (count <= SHOWN) {
            err.println("line " + line + ": " + reason);
        }
    }

    /** Tells how many more there were. */
    void finish() {
        if (count > SHOWN) {
            err.printf("... and %,d more such lines%n", count - SHOWN);
        }
    }

    long count() {
        return count;
    }
}
