package dev.tocsin.thresholds;

import java.time.Instant;

/**
 * A version of the thresholds that was published and accepted.
 *
 * @param publishedAt when the record was appended
 * @param since the event time from which it is in force, unless a version published later is by then
 */
public record PublishedVersion(
        long offset, Thresholds thresholds, Instant publishedAt, Instant since, Publication.Note note)
        implements Verdict {
    public String version() {
        return thresholds.version();
    }

    @Override
    public String toString() {
        return version() + " since " + since;
    }
}
