package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import java.time.Instant;

/**
 * One event that a signal rests on.
 *
 * @param what its part in the story, in a few words
 */
public record Evidence(String eventId, String what, Instant occurredAt) {
    static Evidence of(AccountEvent event, String what) {
        return new Evidence(event.eventId(), what, event.occurredAt());
    }
}
