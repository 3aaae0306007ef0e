package dev.tocsin.engine;

import dev.tocsin.account.AccountEvent;

/**
 * The trace of a settled event by which its repetition is recognised.
 *
 * @param hash of its event id
 * @param minute of its event time, minutes since 1970
 */
public record SettledId(long hash, long minute) {
    /** The catalogue's rule: a repeated id counts as the same event within a day. */
    static final long KEPT_MINUTES = 24 * 60;

    /** More than anybody but a script has in a day; a flood pushes out the oldest. */
    public static final int MAX = 48;

    static SettledId of(AccountEvent event) {
        return new SettledId(event.id().hash(), minute(event.atMillis()));
    }

    static long minute(long millis) {
        return Math.floorDiv(millis, 60_000L);
    }
}
