package dev.tocsin.replay;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The accounts of one shard, as bytes: those used last in memory, the others in a {@link Spill}. For one thread at a time.
 *
 * <p>Which are where changes nothing but the time it takes.
 */
final class Accounts {
    /** On the heap beside the characters of an id and the bytes of a value: the map's entry, and the heads of the three. */
    private static final int ENTRY_BYTES = 120;

    private final Map<String, byte[]> inMemory = new LinkedHashMap<>(16, 0.75f, true);
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
        byte[] value = inMemory.get(id);
        if (value == null) {
            value = spill.get(id);
        }
        if (value == null) {
            known++;
            return Account.NEW;
        }
        return Account.of(value, id);
    }

    /** Keeps what became of an account that was just asked for. */
    void put(String id, Account account) {
        byte[] value = account.toBytes(id);
        byte[] before = inMemory.put(id, value);
        bytes += before == null ? size(id, value) : value.length - before.length;
        makeRoom();
    }

    private static int size(String id, byte[] value) {
        return ENTRY_BYTES + id.length() + value.length;
    }

    private void makeRoom() {
        Iterator<Map.Entry<String, byte[]>> eldest = inMemory.entrySet().iterator();
        while (bytes > budget && eldest.hasNext()) {
            Map.Entry<String, byte[]> entry = eldest.next();
            bytes -= size(entry.getKey(), entry.getValue());
            spill.put(entry.getKey(), entry.getValue());
            eldest.remove();
        }
    }

    /** How many there are. */
    long known() {
        return known;
    }

    /** Puts all of them aside. */
    void spillAll() {
        inMemory.forEach(spill::put);
        inMemory.clear();
        bytes = 0;
    }

    void forEachInMemory(BiConsumer<String, byte[]> action) {
        inMemory.forEach(action);
    }
}
