package dev.tocsin.replay;

import java.io.PrintWriter;

/** Tells about what could not be read: the first ones each, the others by their number. */
final class BadItems {
    /** Enough to see a pattern, not enough to bury everything else. */
    static final int SHOWN = 20;

    private final PrintWriter err;
    private final String called;
    private long count;

    /** @param called what there are many of: {@code lines} */
    BadItems(PrintWriter err, String called) {
        this.err = err;
        this.called = called;
    }

    void add(String place, String reason) {
        count++;
        if (count <= SHOWN) {
            err.println(place + ": " + reason);
        }
    }

    /** Tells how many more there were. */
    void finish() {
        if (count > SHOWN) {
            err.printf("... and %,d more such %s%n", count - SHOWN, called);
        }
    }

    long count() {
        return count;
    }

    String called() {
        return called;
    }
}
