package dev.tocsin.archprobe.explain;

import dev.tocsin.archprobe.codec.ReadsAvro;

/** Guilty: settings know bytes. */
public interface SeesCodec {
    ReadsAvro beside();
}
