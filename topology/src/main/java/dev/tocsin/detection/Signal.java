package dev.tocsin.detection;

import dev.tocsin.account.Hash64;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One detector's finding that an event looks like a takeover.
 *
 * @param detector its id
 * @param confidence 0 to 100: how sure the detector is, apart from how bad it would be
 * @param discriminator what it fired on; signals of one detector and discriminator share a cooldown
 * @param evidence every event of the story, oldest first; the alert's id is made from their ids
 * @param facts the values judged, under the keys that {@link Profile#factKeys} documents, in that order
 * @param holdUntil until when a payout should wait, if one should
 */
public record Signal(
        String detector,
        Severity severity,
        int confidence,
        String discriminator,
        List<Evidence> evidence,
        Map<String, String> facts,
        @Nullable Instant holdUntil)
        implements Finding {
    /** Under which memory keeps its mark: signals of one key share a cooldown. */
    public long key() {
        return key(detector, discriminator);
    }

    static long key(String detector, String discriminator) {
        return Hash64.of(detector + '/' + discriminator);
    }

    public Signal withSeverity(Severity other) {
        return other == severity
                ? this
                : new Signal(detector, other, confidence, discriminator, evidence, facts, holdUntil);
    }

    /** True when an event is part of the story. */
    public boolean cites(String eventId) {
        return evidence.stream().anyMatch(item -> item.eventId().equals(eventId));
    }
}
