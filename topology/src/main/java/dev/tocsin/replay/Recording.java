package dev.tocsin.replay;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.codec.InvalidEventException;
import java.util.List;

/** Recorded traffic in the order of its arrival; read by one thread. */
public interface Recording extends AutoCloseable {
    /** In words, for the report. */
    String name();

    /** What it consists of, in the plural: {@code lines}. */
    String itemsCalled();

    /**
     * The next events, as many as are at hand and fit in bounded memory; none after the last.
     *
     * @throws ReplayException when it cannot be read on
     */
    List<Item> next();

    /** How far it was read. */
    Position position();

    @Override
    void close();

    /** An event that was not looked at yet. */
    interface Item {
        /**
         * Reads it; safe for any thread.
         *
         * @throws InvalidEventException when it cannot be judged
         */
        AccountEvent event();

        /** Where it stood, for messages: {@code line 5}. */
        String place();
    }

    /**
     * A part of a whole, in bytes or records.
     *
     * @param whole 0 when it is not known
     */
    record Position(long part, long whole) {}
}
