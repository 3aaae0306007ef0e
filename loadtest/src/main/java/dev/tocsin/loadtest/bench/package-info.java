/** Measures how fast the detector is, beside what the machine can do at best. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.loadtest.bench;
