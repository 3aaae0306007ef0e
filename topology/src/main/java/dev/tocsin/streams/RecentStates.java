package dev.tocsin.streams;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The states that a task wrote last: what it need not read from RocksDB when the account's next event comes soon, which for
 * most events it does. Reading is half of what an event costs.
 *
 * <p>A state is here only after it was put into the store, and a task begins with none whenever Kafka Streams initialises it.
 * So it is the store's, or absent.
 */
final class RecentStates {
    /** Of a JVM with compressed pointers: the map's entry and place, the key's two objects, the state's header. */
    private static final int OVERHEAD = 56 + 48 + 16;

    private final Map<String, byte[]> states = new LinkedHashMap<>(16, 0.75f, true);
    private final Room room;
    private long bytes;

    private RecentStates(Room room) {
        this.room = room;
    }

    /** What the tasks of an application may hold together, in equal parts. */
    static final class Room {
        private final long bytes;
        private final AtomicInteger tasks = new AtomicInteger();

        Room(long bytes) {
            this.bytes = bytes;
        }

        /** Room for one task more. The others make it with their next state. */
        RecentStates open() {
            tasks.incrementAndGet();
            return new RecentStates(this);
        }

        private long each() {
            return bytes / Math.max(1, tasks.get());
        }
    }

    byte @Nullable [] get(String account) {
        return states.get(account);
    }

    /** Remembers what was put into the store, and forgets what was asked for longest ago where room is short. */
    void put(String account, byte[] state) {
        byte[] before = states.put(account, state);
        bytes += before == null ? cost(account, state) : state.length - before.length;
        long most = room.each();
        Iterator<Map.Entry<String, byte[]>> oldest = states.entrySet().iterator();
        while (bytes > most && oldest.hasNext()) {
            Map.Entry<String, byte[]> entry = oldest.next();
            bytes -= cost(entry.getKey(), entry.getValue());
            oldest.remove();
        }
    }

    private static long cost(String account, byte[] state) {
        return (long) OVERHEAD + account.length() + state.length;
    }

    /** Gives the room back. */
    void close() {
        states.clear();
        bytes = 0;
        room.tasks.decrementAndGet();
    }
}
