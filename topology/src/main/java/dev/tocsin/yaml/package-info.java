/** Reads the YAML documents that people write, and tells them everything that is wrong at once. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.yaml;
