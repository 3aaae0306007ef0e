package dev.tocsin.loadtest.market;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A market's events in the order in which they arrive, which some {@link Disorder} makes another than that of event time. */
public final class Arrivals {
    private final Market market;
    private final Disorder disorder;
    private final PriorityQueue<Arrival> underWay = new PriorityQueue<>(Arrival.BY_TIME);
    private @Nullable Event upcoming;

    private record Arrival(long at, Event event) {
        static final Comparator<Arrival> BY_TIME = (a, b) -> {
            int byTime = Long.compare(a.at, b.at);
            return byTime == 0 ? Event.BY_TIME.compare(a.event, b.event) : byTime;
        };
    }

    public Arrivals(Market market, Disorder disorder) {
        this.market = market;
        this.disorder = disorder;
        this.upcoming = disorder.isNone() ? null : market.next();
    }

    /** The next event; null after the last. */
    public @Nullable Event next() {
        if (disorder.isNone()) {
            return market.next();
        }
        while (upcoming != null && mayComeFirst(upcoming)) {
            send(upcoming);
            upcoming = market.next();
        }
        Arrival first = underWay.poll();
        return first == null ? null : first.event();
    }

    /** True as long as what is sent next may still be the first to arrive. */
    private boolean mayComeFirst(Event next) {
        Arrival first = underWay.peek();
        return first == null || first.at() >= next.at();
    }

    private void send(Event event) {
        long arrives = event.at() + disorder.delay(event);
        underWay.add(new Arrival(arrives, event));
        if (disorder.isDuplicated(event)) {
            underWay.add(new Arrival(arrives + Disorder.betweenCopies(event), event));
        }
    }
}
