package dev.tocsin.loadtest.market;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Events that wait for their time, handed out in order.
 *
 * <p>A ring of lists, each for a quarter of a second of the next 70 minutes, and a heap for the few events that are farther
 * off. A list is sorted when nothing can come into it any more. One heap for all costs twice as much with 50,000 waiting.
 */
final class Agenda {
    private static final int WIDTH_BITS = 8;
    private static final int LISTS = 1 << 14;

    private final List<List<Event>> ring = new ArrayList<>(LISTS);
    private final PriorityQueue<Event> farOff = new PriorityQueue<>(Event.BY_TIME);
    private List<Event> due = new ArrayList<>();
    private int given;
    private long turn;
    private int size;

    /** @param from nothing is earlier */
    Agenda(long from) {
        for (int i = 0; i < LISTS; i++) {
            ring.add(new ArrayList<>(0));
        }
        turn = from >> WIDTH_BITS;
    }

    void add(Event event) {
        size++;
        if (turnOf(event) - turn < LISTS) {
            list(turnOf(event)).add(event);
        } else {
            farOff.add(event);
        }
    }

    private static long turnOf(Event event) {
        return event.at() >> WIDTH_BITS;
    }

    private List<Event> list(long turn) {
        return ring.get((int) (turn & (LISTS - 1)));
    }

    /** One of those that {@link #next} has already put in order; null when they are used up. */
    @Nullable
    Event due() {
        return given < due.size() ? due.get(given++) : null;
    }

    /**
     * The next event.
     *
     * @param before nothing earlier will be added any more
     * @return null when what comes next might still change
     */
    @Nullable
    Event next(long before) {
        size -= due.size();
        due.clear();
        given = 0;
        long end = before >> WIDTH_BITS;
        while (turn < end && size > 0) {
            takeTurn();
            if (!due.isEmpty()) {
                return due();
            }
        }
        if (size == 0) {
            turn = Math.max(turn, end);
        }
        return null;
    }

    private void takeTurn() {
        List<Event> now = list(turn);
        if (!now.isEmpty()) {
            ring.set((int) (turn & (LISTS - 1)), due);
            now.sort(Event.BY_TIME);
            due = now;
        }
        turn++;
        for (Event event = farOff.peek(); event != null && turnOf(event) - turn < LISTS; event = farOff.peek()) {
            list(turnOf(event)).add(event);
            farOff.remove();
        }
    }

    int size() {
        return size - given;
    }
}
