/** Bytes to domain and back: the contracts' records, their JSON, and an account's state. Nobody else sees Avro. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.codec;
