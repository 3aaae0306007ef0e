package dev.tocsin.loadtest.market;

import java.time.Instant;
import java.util.Map;

/**
 * What to make up.
 *
 * @param seed the same seed and options give the same events, ids included
 * @param accounts how many there are, from 1 to {@link #MOST_ACCOUNTS}
 * @param events about how many; the span and the accounts then decide how busy everybody is
 * @param from event time at which it begins
 * @param to event time before which it ends
 * @param attacks of the visits that each could take the place of, the share that it does
 * @param shard which part of the accounts, from 0
 * @param shards how many parts there are; all together are the whole
 */
public record MarketOptions(
        long seed,
        long accounts,
        long events,
        Instant from,
        Instant to,
        Habits habits,
        Map<Attack, Double> attacks,
        int shard,
        int shards) {
    public static final long MOST_ACCOUNTS = 100_000_000;

    /** A Monday. */
    public static final Instant DEFAULT_FROM = Instant.parse("2026-01-05T00:00:00Z");

    public MarketOptions {
        check(accounts >= 1 && accounts <= MOST_ACCOUNTS, "accounts must be 1 to " + MOST_ACCOUNTS);
        check(events >= 1, "there must be an event at least");
        check(from.isBefore(to), "the end must be after the beginning");
        check(shard >= 0 && shard < shards, "a shard is one of 0 to shards - 1");
        attacks = Map.copyOf(attacks);
        check(attacks.values().stream().allMatch(share -> share >= 0 && share <= 1), "a share is from 0 to 1");
        check(attacks.values().stream().mapToDouble(share -> share).sum() < 1 + 1e-9, "shares add up to 1 at most");
    }

    static void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** Ordinary traffic: no attacks, and all of it. */
    public static MarketOptions ordinary(long seed, long accounts, long events, Instant from, Instant to) {
        return new MarketOptions(seed, accounts, events, from, to, Habits.DEFAULTS, Map.of(), 0, 1);
    }

    public MarketOptions withAttacks(Map<Attack, Double> shares) {
        return new MarketOptions(seed, accounts, events, from, to, habits, shares, shard, shards);
    }

    public MarketOptions withHabits(Habits other) {
        return new MarketOptions(seed, accounts, events, from, to, other, attacks, shard, shards);
    }

    public MarketOptions ofShard(int index, int of) {
        return new MarketOptions(seed, accounts, events, from, to, habits, attacks, index, of);
    }
}
