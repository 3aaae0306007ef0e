/** Events in our words and what one account's past looks like. Pure: no clock, no I/O, no Kafka, no Avro. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.account;
