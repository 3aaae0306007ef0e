package dev.tocsin.account;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of one account that may still be overtaken, in timeline order, each with the marks of the alerts that it
 * raised.
 *
 * @param entries ascending by {@link AccountEvent#TIMELINE_ORDER}, no event id twice
 */
public record Timeline(List<Entry> entries) {
    /** More would cost more than they are worth: an account with 64 events in an hour is a script. */
    public static final int MAX = 64;

    /**
     * Bytes run out first when every event has another source, or a long id; a source is stored once for as many events
     * in a row as share it. This bound keeps a whole state under 8 KiB.
     */
    public static final int MAX_BYTES = 2_048;

    /** No event concerns more detectors than this; the catalogue's test holds it. */
    public static final int MAX_MARKS_OF_ONE_EVENT = 20;

    /** With all the marks that it can leave. */
    private static final int LARGEST_ENTRY = Footprint.LARGEST_EVENT + Entry.MARK * MAX_MARKS_OF_ONE_EVENT;

    private static final int SURELY_FIT = MAX_BYTES / LARGEST_ENTRY;

    public static final Timeline EMPTY = new Timeline(List.of());

    /** An event and what it left in memory beside itself. */
    public record Entry(AccountEvent event, List<Mark> raised) {
        private static final int MARK = 14;

        int footprint(@Nullable Source sourceBefore) {
            int source =
                    event.source().equals(sourceBefore) ? 0 : event.source().footprint();
            return event.footprint() + source + MARK * raised.size();
        }
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    public int size() {
        return entries.size();
    }

    /** How many of the oldest events must settle early, for number or for bytes. */
    public int overflow() {
        int overflow = Math.max(0, entries.size() - MAX);
        if (entries.size() <= SURELY_FIT) {
            return overflow;
        }
        int bytes = 0;
        for (int i = entries.size() - 1; i >= overflow; i--) {
            if (bytes + entries.get(i).footprint(null) > MAX_BYTES) {
                return i + 1; // as the first, it would have to bring its source
            }
            bytes += entries.get(i)
                    .footprint(i == 0 ? null : entries.get(i - 1).event().source());
        }
        return overflow;
    }

    /** Event time of the newest event, which is the account's own clock. */
    public long newestMillis() {
        return entries.isEmpty()
                ? Long.MIN_VALUE
                : entries.get(entries.size() - 1).event().atMillis();
    }

    /** The index of the entry with this event id, or -1. */
    public int indexOf(EventId id) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).event().id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** Where an event that is not in here belongs: the number of entries before it. */
    public int placeOf(AccountEvent event) {
        int place = entries.size();
        while (place > 0
                && AccountEvent.TIMELINE_ORDER.compare(entries.get(place - 1).event(), event) > 0) {
            place--;
        }
        return place;
    }

    public Timeline without(int index) {
        List<Entry> next = new ArrayList<>(entries);
        next.remove(index);
        return new Timeline(next);
    }

    /** The first entries of this timeline, followed by others. */
    public Timeline replacedFrom(int index, List<Entry> tail) {
        List<Entry> next = new ArrayList<>(index + tail.size());
        for (int i = 0; i < index; i++) {
            next.add(entries.get(i));
        }
        next.addAll(tail);
        return new Timeline(next);
    }

    /** The events from an index on. */
    public List<AccountEvent> eventsFrom(int index) {
        List<AccountEvent> events = new ArrayList<>(entries.size() - index + 1);
        for (int i = index; i < entries.size(); i++) {
            events.add(entries.get(i).event());
        }
        return events;
    }
}
