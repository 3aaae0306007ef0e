package dev.tocsin.replay;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The accounts of one shard: those used last in memory, the others in a {@link Spill}. For one thread at a time.
 *
 * <p>Which are where changes nothing but the time it takes.
 */
final class Accounts {
    private final Map<String, Slot> hot = new LinkedHashMap<>(16, 0.75f, true);
    private final Spill spill;
    private final long budget;
    private long bytes;
    private long known;

    /** @param budget about the bytes that they may take on the heap */
    Accounts(Spill spill, long budget) {
        this.spill = spill;
        this.budget = budget;
    }

    /** Where an account is while it is in memory. */
    static final class Slot {
        private Account account;
        private int footprint;

        private Slot(Account account) {
            this.account = account;
            this.footprint = account.footprint();
        }

        Account account() {
            return account;
        }
    }

    /** The slot of an account, to be used until the next one is asked for. */
    Slot slot(String id) {
        Slot slot = hot.get(id);
        if (slot == null) {
            byte[] stored = spill.get(id);
            slot = new Slot(stored == null ? Account.NEW : Account.of(stored, id));
            known += stored == null ? 1 : 0;
            bytes += slot.footprint;
            hot.put(id, slot);
            makeRoom();
        }
        return slot;
    }

    void replace(Slot slot, Account account) {
        bytes -= slot.footprint;
        slot.account = account;
        slot.footprint = account.footprint();
        bytes += slot.footprint;
    }

    /** Never the one that was used last. */
    private void makeRoom() {
        Iterator<Map.Entry<String, Slot>> eldest = hot.entrySet().iterator();
        while (bytes > budget && hot.size() > 1) {
            Map.Entry<String, Slot> entry = eldest.next();
            bytes -= entry.getValue().footprint;
            spill.put(entry.getKey(), entry.getValue().account.toBytes(entry.getKey()));
            eldest.remove();
        }
    }

    /** How many were ever asked for. */
    long known() {
        return known;
    }

    /** Puts all of them aside. */
    void spillAll() {
        hot.forEach((id, slot) -> spill.put(id, slot.account.toBytes(id)));
        hot.clear();
        bytes = 0;
    }

    void forEachInMemory(BiConsumer<String, Account> action) {
        hot.forEach((id, slot) -> action.accept(id, slot.account));
    }
}
