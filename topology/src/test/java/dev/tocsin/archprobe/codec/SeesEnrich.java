package dev.tocsin.archprobe.codec;

import dev.tocsin.archprobe.enrich.SeesDetection;

/** Guilty: reading knows where answers about addresses come from. */
public interface SeesEnrich {
    SeesDetection source();
}
