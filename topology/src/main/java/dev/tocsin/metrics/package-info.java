/** What the detector counts, and Micrometer as the one place where the counts end up. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.metrics;
