package dev.tocsin.loadtest.market;

/** Comes by, in the order of time, wherever a sitting may begin. */
interface Walk {
    /** The place it has come to, milliseconds since 1970. */
    long time();

    /** Has the sitting there begin, if there is one, and goes on to the next place. */
    void step();
}
