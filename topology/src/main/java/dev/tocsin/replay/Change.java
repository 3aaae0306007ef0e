package dev.tocsin.replay;

import java.util.Locale;

/** What the other thresholds make of an alert. */
enum Change {
    /** It stands only under the others. */
    GAINED,
    /** It stands only under those in force. */
    LOST,
    /** It stands under both, with another severity, or another time until which a payout should wait. */
    CHANGED,
    /** It stands under both, and whoever acts on it does the same. */
    SAME;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
