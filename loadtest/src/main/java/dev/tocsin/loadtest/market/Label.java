package dev.tocsin.loadtest.market;

import java.util.List;

/**
 * What is known of an attack and stands in none of its events.
 *
 * @param account its number
 * @param events oldest first; some are the owner's, who may come by in the meantime
 */
public record Label(Attack attack, long account, List<Event> events) {
    /** Event time of the first event, milliseconds since 1970. */
    public long from() {
        return events.get(0).at();
    }

    /** Event time of the last one. */
    public long to() {
        return events.get(events.size() - 1).at();
    }
}
