package dev.tocsin.thresholds;

/** What became of a record of the topic of thresholds. */
public sealed interface Verdict permits PublishedVersion, Refusal {
    /** The record's offset. */
    long offset();
}
