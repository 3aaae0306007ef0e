package dev.tocsin.streams;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The states that a task wrote last: what it need not read from RocksDB when the account's next event comes soon, which for
 * most events it does. Reading is half of what an event costs.
 *
 * <p>A state is here only after it was put into the store, and a task begins with none whenever Kafka Streams initialises it.
 * So it is the store's, or absent.
 *
 * <p>An account keeps its place and its bytes are overwritten: nothing of an event outlives it, so that a collection of the
 * young has nothing to copy. Room is made as by a clock's hand, which spares once whoever was asked for since it went by: to
 * keep accounts in the order of their use, each use would have to relink five objects in old memory.
 */
final class RecentStates {
    /** Of a JVM with compressed pointers: the map's entry and slot, the queue's slot, the key's two objects, the place's two. */
    private static final int OVERHEAD = 40 + 8 + 40 + 24 + 16;

    /** A state grows by a little from event to event. */
    private static final int STEP = 64;

    private final Map<String, Place> places = new HashMap<>();
    private final ArrayDeque<Place> round = new ArrayDeque<>();
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

    private static final class Place {
        private final String account;
        private byte[] state = {};
        private boolean isUsed;

        Place(String account) {
            this.account = account;
        }

        void take(byte[] next) {
            if (next.length > state.length || next.length < state.length / 2) {
                state = new byte[roundedUp(next.length)];
            }
            System.arraycopy(next, 0, state, 0, next.length);
        }

        private static int roundedUp(int length) {
            return (length + STEP - 1) / STEP * STEP;
        }

        long cost() {
            return (long) OVERHEAD + account.length() + state.length;
        }
    }

    /** What was put, and behind it bytes that mean nothing; good until the account's next is put. */
    byte @Nullable [] get(String account) {
        Place place = places.get(account);
        if (place == null) {
            return null;
        }
        place.isUsed = true;
        return place.state;
    }

    /** Remembers what was put into the store, and forgets others where room is short. */
    void put(String account, byte[] state) {
        Place place = places.get(account);
        if (place == null) {
            place = new Place(account);
            places.put(account, place);
            round.add(place);
        } else {
            bytes -= place.cost();
        }
        place.take(state);
        bytes += place.cost();
        makeRoom();
    }

    private void makeRoom() {
        long most = room.each();
        while (bytes > most) {
            Place next = round.remove();
            if (next.isUsed) {
                next.isUsed = false;
                round.add(next);
            } else {
                places.remove(next.account);
                bytes -= next.cost();
            }
        }
    }

    /** Gives the room back. */
    void close() {
        places.clear();
        round.clear();
        bytes = 0;
        room.tasks.decrementAndGet();
    }
}
