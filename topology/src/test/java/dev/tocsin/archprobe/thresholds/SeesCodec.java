package dev.tocsin.archprobe.thresholds;

import dev.tocsin.archprobe.codec.ReadsAvro;

/** Guilty: settings know bytes. */
public interface SeesCodec {
    ReadsAvro beside();
}
