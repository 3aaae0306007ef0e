package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;

/**
 * What a detector judges: one event, and the memory before it.
 *
 * @param before only what is older than the event, unless it is late
 * @param late the event came later than the grace: {@code before} holds newer things too, so times must be compared, and
 *     counts around the event are gone
 */
public record Moment(AccountMemory before, AccountEvent event, boolean late) {
    public long atMillis() {
        return event.atMillis();
    }
}
