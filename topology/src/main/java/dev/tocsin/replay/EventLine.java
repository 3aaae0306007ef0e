package dev.tocsin.replay;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.codec.EventJson;
import dev.tocsin.codec.InvalidEventException;

/** One line of a stream of events, without its end. */
public final class EventLine {
    private final long number;
    private final byte[] bytes;
    private final boolean overlong;

    private EventLine(long number, byte[] bytes, boolean overlong) {
        this.number = number;
        this.bytes = bytes;
        this.overlong = overlong;
    }

    static EventLine of(long number, byte[] bytes) {
        return new EventLine(number, bytes, false);
    }

    /** A line longer than {@link EventLines#MAX_BYTES}, whose bytes were not kept. */
    static EventLine overlong(long number) {
        return new EventLine(number, new byte[0], true);
    }

    /** From 1. */
    long number() {
        return number;
    }

    public byte[] bytes() {
        return bytes;
    }

    public boolean isOverlong() {
        return overlong;
    }

    /** Where it stands, for messages. */
    public String place() {
        return "line " + number;
    }

    /**
     * Reads the event in it.
     *
     * @throws InvalidEventException with what is wrong with it
     */
    public AccountEvent read(EventJson events) {
        if (overlong) {
            throw new InvalidEventException("overlong-line", "the line is longer than 1 MiB.");
        }
        return events.read(bytes);
    }

    boolean isBlank() {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return !overlong;
    }
}
