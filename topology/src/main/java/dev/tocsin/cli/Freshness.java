package dev.tocsin.cli;

import dev.tocsin.thresholds.Thresholds;
import java.time.Instant;

/** Refuses to publish a document whose time of effect has passed. */
final class Freshness {
    private Freshness() {}

    static void check(Thresholds document, Instant now) {
        document.effectiveFrom().filter(from -> from.isBefore(now)).ifPresent(past -> {
            throw new UserMistake("effective_from is " + past + " and that has passed. What happened since is judged"
                    + " already; name a later time, or leave the line out to take effect at once");
        });
    }
}
