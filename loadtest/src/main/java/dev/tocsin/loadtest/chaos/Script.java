package dev.tocsin.loadtest.chaos;

import dev.tocsin.loadtest.market.Attack;
import dev.tocsin.loadtest.market.Event;
import dev.tocsin.loadtest.market.Market;
import dev.tocsin.loadtest.market.MarketOptions;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is sent, in the order of sending: a market's events, some of them again or out of order, and bad records between.
 *
 * <p>Everything depends on the seed alone. The listener hears each event once, in the order of event time.
 */
final class Script {
    /** Of visits, the share that is an attack. */
    private static final double ATTACKS = 0.15;

    private static final double DUPLICATES = 0.02;
    private static final double BAD = 0.004;
    private static final List<Bad> KINDS_OF_BAD = List.of(Bad.values());

    private static final long OTHER_IDS = 0x5a5a_5a5a_0000_0000L;

    /** So many sendings later a duplicate comes at most. */
    private static final int DUPLICATE_WITHIN = 400;

    private final Market market;
    private final Consumer<Event> listener;
    private final Random random;
    private final boolean isDisorderly;
    private final Holdup holdup;
    private final Deque<Sending> due = new ArrayDeque<>();
    private final List<Sending> again = new ArrayList<>();

    private Script(Market market, Consumer<Event> listener, long seed, boolean isDisorderly) {
        this.market = market;
        this.listener = listener;
        this.random = new Random(seed);
        this.isDisorderly = isDisorderly;
        this.holdup = new Holdup(random);
    }

    /** Ordinary life, from which the detector learns. */
    static Script history(ChaosOptions options, Consumer<Event> listener) {
        Market market = market(options, options.historyEvents(), options.historyFrom(), options.liveFrom());
        return new Script(market, listener, options.seed(), false);
    }

    /** What is sent while everything breaks. */
    static Script live(ChaosOptions options, Consumer<Event> listener) {
        return new Script(
                market(options, options.liveEvents(), options.liveFrom(), options.liveTo()),
                listener,
                options.seed(),
                true);
    }

    private static Market market(ChaosOptions options, long events, Instant from, Instant to) {
        return new Market(
                MarketOptions.ordinary(options.seed(), options.accounts(), events, from, to)
                        .withAttacks(Attack.evenly(from.equals(options.liveFrom()) ? ATTACKS : 0)),
                label -> {});
    }

    /** Null after the last. */
    @Nullable
    Sending next() {
        while (due.isEmpty()) {
            Event made = market.next();
            if (made == null) {
                return last();
            }
            Event event = isDisorderly ? renamed(made) : made;
            listener.accept(event);
            if (isDisorderly) {
                disturb(event);
            } else {
                due.add(Sending.good(event));
            }
        }
        return due.poll();
    }

    /** Two markets of one seed give an account's events the same ids. */
    private static Event renamed(Event event) {
        return new Event(
                event.idHigh() ^ OTHER_IDS,
                event.idLow(),
                event.account(),
                event.isSeller(),
                event.at(),
                event.deed(),
                event.oldValue(),
                event.newValue(),
                event.origin());
    }

    private void disturb(Event event) {
        holdup.pass(event, due);
        if (random.nextDouble() < BAD) {
            due.add(new Sending(event, KINDS_OF_BAD.get(random.nextInt(KINDS_OF_BAD.size()))));
        }
        if (!due.isEmpty() && random.nextDouble() < DUPLICATES) {
            again.add(due.getLast());
        }
        if (!again.isEmpty() && random.nextInt(DUPLICATE_WITHIN) < again.size()) {
            due.add(again.remove(0));
        }
    }

    private @Nullable Sending last() {
        holdup.release(due);
        due.addAll(again);
        again.clear();
        return due.poll();
    }
}
