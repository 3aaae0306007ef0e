package dev.tocsin.replay;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The accounts of one shard: those used last in memory, the others in a {@link Spill}. For one thread at a time.
 *
 * <p>Which are where changes nothing but the time it takes.
 */
final class Accounts {
    private final Map<String, Account> hot = new LinkedHashMap<>(16, 0.75f, true);
    private final Spill spill;
    private final long budget;
    private long bytes;
    private long known;

    /** @param budget about the bytes that they may take on the heap */
    Accounts(Spill spill, long budget) {
        this.spill = spill;
        this.budget = budget;
    }

    Account get(String id) {
        Account account = hot.get(id);
        if (account != null) {
            return account;
        }
        byte[] stored = spill.get(id);
        account = stored == null ? Account.NEW : Account.of(stored, id);
        known += stored == null ? 1 : 0;
        bytes += account.footprint();
        hot.put(id, account);
        return account;
    }

    /** Replaces an account that was just got. */
    void put(String id, Account account) {
        Account before = Objects.requireNonNull(hot.put(id, account), id);
        bytes += account.footprint() - before.footprint();
        Iterator<Map.Entry<String, Account>> eldest = hot.entrySet().iterator();
        while (bytes > budget && hot.size() > 1) {
            Map.Entry<String, Account> entry = eldest.next();
            bytes -= entry.getValue().footprint();
            spill.put(entry.getKey(), entry.getValue().toBytes(entry.getKey()));
            eldest.remove();
        }
    }

    /** How many were ever got. */
    long known() {
        return known;
    }

    /** Puts all of them aside. */
    void spillAll() {
        hot.forEach((id, account) -> spill.put(id, account.toBytes(id)));
        hot.clear();
        bytes = 0;
    }

    Map<String, Account> inMemory() {
        return hot;
    }
}
