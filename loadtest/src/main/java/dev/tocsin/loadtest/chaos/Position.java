package dev.tocsin.loadtest.chaos;

/** Where a record stands. */
record Position(String topic, int partition, long offset) {}
