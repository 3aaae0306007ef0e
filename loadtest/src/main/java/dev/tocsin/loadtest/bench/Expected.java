package dev.tocsin.loadtest.bench;

import org.apache.kafka.clients.producer.ProducerRecord;

/** Works out beside the stream what a variant must find in it. */
interface Expected {
    /** Expects nothing. */
    Expected NOTHING = record -> {};

    void add(ProducerRecord<byte[], byte[]> record);
}
