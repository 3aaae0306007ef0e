package dev.tocsin.replay;

/** One line of a stream of events, without its end. */
final class EventLine {
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

    byte[] bytes() {
        return bytes;
    }

    boolean isOverlong() {
        return overlong;
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
