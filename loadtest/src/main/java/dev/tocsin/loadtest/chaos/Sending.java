package dev.tocsin.loadtest.chaos;

import dev.tocsin.loadtest.market.Event;
import org.jspecify.annotations.Nullable;

/**
 * Something to be sent.
 *
 * @param event as it stands at event time; for a bad record, the one that it is made from
 * @param bad what is wrong with it; null when nothing is
 */
record Sending(Event event, @Nullable Bad bad) {
    static Sending good(Event event) {
        return new Sending(event, null);
    }
}
