package dev.tocsin.archprobe.codec;

import dev.tocsin.archprobe.event.Letter;
import org.apache.avro.Schema;

/** Innocent: this is where Avro belongs. */
public final class ReadsAvro {
    private ReadsAvro() {}

    public static String read(Letter letter, Schema schema) {
        return letter.text() + schema;
    }
}
