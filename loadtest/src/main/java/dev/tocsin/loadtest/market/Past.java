package dev.tocsin.loadtest.market;

/**
 * What a stream has shown of an account up to a moment.
 *
 * @param visits how many at least
 * @param last when the latest of them was
 */
record Past(int visits, long last) {
    static final Past NONE = new Past(0, Long.MIN_VALUE);

    /** With one more visit, if it is between two moments. */
    Past with(long visit, long from, long before) {
        return visit < from || visit >= before ? this : new Past(visits + 1, Math.max(last, visit));
    }

    boolean isEmpty() {
        return visits == 0;
    }
}
