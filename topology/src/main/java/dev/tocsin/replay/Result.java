package dev.tocsin.replay;

import java.io.PrintWriter;

/** What comes out of a replay; told by one thread, in the order of the events. */
interface Result {
    void add(Judged judged);

    /** A pair that was still open when the recording ended. */
    void add(Pair stillOpen);

    void print(PrintWriter writer, Summary summary);
}
