package dev.tocsin.loadtest.market;

/**
 * An account's part of a season.
 *
 * @param first slot of its first attempt; those of the others follow
 */
record Slot(long account, long season, long first, int attempts) {}
