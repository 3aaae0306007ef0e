package dev.tocsin.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The places, networks or devices of one kind that an account is remembered with; at most {@value #MAX}, and the least
 * recently seen gives way.
 *
 * <p>While an alert is open nothing gives way: a flood of new things must not push out the owner's.
 *
 * @param entries by key, ascending
 */
public record KnownSet(List<Known> entries) {
    /** The catalogue's bound for every kind; people use a handful. */
    public static final int MAX = 32;

    public static final KnownSet EMPTY = new KnownSet(List.of());

    /** The rung of a key at a moment; {@link Trust#UNSEEN} for what is not remembered. */
    public Trust trust(long key, long atMillis) {
        Known known = find(key);
        return known == null ? Trust.UNSEEN : known.trustOn(Day.of(atMillis));
    }

    public boolean isKnown(long key, long atMillis) {
        return trust(key, atMillis) == Trust.KNOWN;
    }

    /** True when the key is known and was first seen at least so many days before a moment. */
    public boolean isKnownForDays(long key, long atMillis, long days) {
        return isKnownSince(key, atMillis, Day.of(atMillis) - days);
    }

    /** True when anything is known at a moment: as long as nothing is, there is nothing to differ from. */
    public boolean knowsAny(long atMillis) {
        return knowsAny(atMillis, known -> true);
    }

    /** True when anything of a kind is known at a moment. */
    public boolean knowsAny(long atMillis, Predicate<Known> isIt) {
        int day = Day.of(atMillis);
        for (Known known : entries) {
            if (known.trustOn(day) == Trust.KNOWN && isIt.test(known)) {
                return true;
            }
        }
        return false;
    }

    /** True when the key was not seen before a moment, and something else was: with nothing before it, nothing is new. */
    public boolean isNew(long key, long atMillis) {
        return key != 0 && !entries.isEmpty() && trust(key, atMillis) == Trust.UNSEEN;
    }

    /** True when the key is known and was first seen on a day before a moment: no trace of the story that began there. */
    public boolean isKnownSinceBefore(long key, long atMillis, long storyMillis) {
        return isKnownSince(key, atMillis, Day.of(storyMillis) - 1L);
    }

    private boolean isKnownSince(long key, long atMillis, long day) {
        Known known = find(key);
        return known != null && known.trustOn(Day.of(atMillis)) == Trust.KNOWN && known.firstDay() <= day;
    }

    public @Nullable Known find(long key) {
        int place = indexOf(key);
        return place < 0 ? null : entries.get(place);
    }

    /** Where a key is; where it is not, the place that it belongs to, as its complement. */
    private int indexOf(long key) {
        for (int i = 0; i < entries.size(); i++) { // a handful
            long other = entries.get(i).key();
            if (other >= key) {
                return other == key ? i : ~i;
            }
        }
        return ~entries.size();
    }

    KnownSet seen(long key, Sighting at) {
        int place = indexOf(key);
        if (place >= 0) {
            Known before = entries.get(place);
            Known after = before.again(at);
            if (after.equals(before)) {
                return this;
            }
            List<Known> next = new ArrayList<>(entries);
            next.set(place, after);
            return new KnownSet(next);
        }
        if (entries.size() == MAX) {
            return at.alarm() == Sighting.Alarm.NONE ? withoutLeastRecent().seen(key, at) : this;
        }
        List<Known> next = new ArrayList<>(entries.size() + 1);
        next.addAll(entries);
        next.add(~place, Known.first(key, at, at.founding() || (entries.isEmpty() && at.mayBeFirst())));
        return new KnownSet(next);
    }

    /** The same after so many days that do not count. */
    KnownSet later(int days) {
        return new KnownSet(entries.stream().map(known -> known.later(days)).toList());
    }

    private KnownSet withoutLeastRecent() {
        List<Known> next = new ArrayList<>(entries);
        next.remove(
                Collections.min(entries, Comparator.comparingInt(Known::lastDay).thenComparingInt(Known::firstDay)));
        return new KnownSet(next);
    }
}
