package dev.tocsin.loadtest.bench;

/** Something that reads the input and can be asked how far it is. */
interface Subject extends AutoCloseable {
    /** Returns at once. */
    void start();

    /**
     * Records taken in so far.
     *
     * @throws IllegalStateException when it has stopped by itself
     */
    long processed();

    /** What its stores hold outside the heap. */
    OffHeap offHeap();

    /** Finishes what is in flight and commits it. */
    @Override
    void close();
}
