package dev.tocsin.archprobe.http;

import dev.tocsin.archprobe.event.Letter;

/** Guilty: a page knows a generated record. */
public interface SeesLetter {
    Letter letter();
}
