package dev.tocsin.archprobe.streams;

import dev.tocsin.archprobe.event.Letter;

/** Guilty: the topology reads what it should hand on. */
public final class OpensLetter {
    private OpensLetter() {}

    public static String open(Letter letter) {
        return letter.text();
    }
}
