package dev.tocsin.loadtest.bench;

import java.util.List;

/**
 * What a measured process tells in the end.
 *
 * @param processed records it took in, by its own count
 * @param peakBytes of memory, the most that its process ever had; 0 where the system does not tell
 */
record Measured(List<Pass> passes, long processed, long peakBytes) {}
