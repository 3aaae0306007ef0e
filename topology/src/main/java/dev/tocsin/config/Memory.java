package dev.tocsin.config;

import java.util.Optional;

/**
 * Bytes that an instance may hold of accounts' states; empty for a share of what there is.
 *
 * @param rocksDb beside the heap, over all partitions
 * @param recentAccounts in the heap, over all partitions; 0 for nothing
 */
public record Memory(Optional<Long> rocksDb, Optional<Long> recentAccounts) {}
