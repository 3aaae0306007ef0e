package dev.tocsin.loadtest.market;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes down what happens on one account on one occasion; the ids of its events come from the occasion's key. */
final class Scribe {
    private static final long VERSION = 0x4000;
    private static final long VERSION_BITS = 0xF000;

    private final Customer customer;
    private final long key;
    private final Consumer<Event> out;
    private int count;

    Scribe(Customer customer, long key, Consumer<Event> out) {
        this.customer = customer;
        this.key = key;
        this.out = out;
    }

    Scribe add(long at, Deed deed, @Nullable Origin origin) {
        return add(at, deed, origin, Event.NO_VALUE, Event.NO_VALUE);
    }

    /** The money goes elsewhere from now on. */
    Scribe reroute(long at, Origin origin, long from, long to) {
        return add(at, Deed.PAYOUT_CHANGED, origin, from, to);
    }

    Scribe askForMoney(long at, Origin origin, long destination) {
        return add(at, Deed.PAYOUT_REQUESTED, origin, Event.NO_VALUE, destination);
    }

    private Scribe add(long at, Deed deed, @Nullable Origin origin, long oldValue, long newValue) {
        count++;
        long high = (Mix.of(key, count) & ~VERSION_BITS) | VERSION; // a random UUID, by its form
        long low = (Mix.of(key, count, 1) >>> 2) | Long.MIN_VALUE;
        out.accept(new Event(high, low, customer.number(), customer.isSeller(), at, deed, oldValue, newValue, origin));
        return this;
    }
}
