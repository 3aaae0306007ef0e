package dev.tocsin.loadtest.bench;

import java.util.List;

/**
 * What a measured process tells in the end.
 *
 * @param processed records it took in, by its own count
 */
record Measured(List<Pass> passes, long processed, Footprint footprint) {}
