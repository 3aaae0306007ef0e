/** Proves what becomes of every kind of bytes and of every answer a registry can give. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.serde;
