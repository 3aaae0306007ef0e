/**
 * Bytes on a topic to generated records and back, with the schema registry between.
 *
 * <pre>
 *   byte 0      zero
 *   bytes 1-4   schema id, big endian
 *   bytes 5-    Avro binary, written with that schema
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.tocsin.serde;
