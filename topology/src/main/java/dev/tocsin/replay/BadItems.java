package dev.tocsin.replay;

import java.io.PrintWriter;

/** Tells about what could not be read: the first ones each, the others by their number. */
public final class BadItems {
    /** Enough to see a pattern, not enough to bury everything else. */
    static final int SHOWN = 20;

    private final PrintWriter err;
    private final String called;
    private long count;

    /** @param called what there are many of: {@code lines} */
    public BadItems(PrintWriter err, String called) {
        this.err = err;
        this.called = called;
    }

    public void add(String place, String reason) {
        count++;
        if (count <= SHOWN) {
            err.println(place + ": " + reason);
        }
    }

    /** Tells how many more there were. */
    public void finish() {
        if (count > SHOWN) {
            err.printf("... and %,d more such %s%n", count - SHOWN, called);
        }
    }

    public long count() {
        return count;
    }

    String called() {
        return called;
    }
}
