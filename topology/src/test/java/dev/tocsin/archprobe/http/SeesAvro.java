package dev.tocsin.archprobe.http;

import org.apache.avro.Schema;

/** Guilty: a page knows Avro. */
public interface SeesAvro {
    Schema schema();
}
