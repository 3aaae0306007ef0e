package dev.tocsin.archprobe.streams;

import dev.tocsin.archprobe.event.Letter;
import dev.tocsin.archprobe.metrics.Counters;

/** Innocent: names a record, and counts behind an interface. */
public interface HandsOnLetter {
    Counters count(Letter letter);
}
