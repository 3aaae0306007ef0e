package dev.tocsin.loadtest.market;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The stream of a marketplace's events, in the order of event time.
 *
 * <pre>
 *   slots of casual accounts ──┬─ 0 h ──▶ walk ─┐
 *                              ├─ 3 h ──▶ walk ─┤  whichever is earliest       events of sittings
 *                              └─ ...           ├────────────▶ visits ───▶ agenda, by time ──▶ next()
 *   regulars, in their order ──── daily ─▶ walk ┘              attacks ──▶ labels
 * </pre>
 *
 * <p>Only what sittings that have begun will still do is held, which is hours of events and no account. Not safe for several
 * threads; several streams, of one shard each, are.
 */
public final class Market {
    private final Plan plan;
    private final Walk[] walks;
    private final Agenda agenda;

    /** @param labels is told of each attack before its first event comes */
    public Market(MarketOptions options, Consumer<Label> labels) {
        plan = new Plan(options);
        agenda = new Agenda(plan.from());
        Visits visits = new Visits(plan, new Attacks(plan, options, labels), this::queue);
        List<Walk> list = new ArrayList<>();
        if (plan.activity().slots() > 0) {
            for (int delay = 0; delay < Sittings.delays(); delay++) {
                list.add(new CasualWalk(plan, visits, delay));
            }
        }
        if (plan.activity().regulars() > 0) {
            list.add(new RegularWalk(plan, visits));
        }
        walks = list.toArray(Walk[]::new);
    }

    private void queue(Event event) {
        if (event.at() < plan.to()) {
            agenda.add(event);
        }
    }

    /** The next event; null after the last. */
    public @Nullable Event next() {
        Event event = agenda.due();
        while (event == null) {
            Walk earliest = earliest();
            if (earliest.time() >= plan.to()) {
                return agenda.next(Long.MAX_VALUE);
            }
            event = agenda.next(earliest.time());
            if (event == null) {
                earliest.step();
            }
        }
        return event;
    }

    private Walk earliest() {
        Walk earliest = walks[0];
        for (int i = 1; i < walks.length; i++) {
            if (walks[i].time() < earliest.time()) {
                earliest = walks[i];
            }
        }
        return earliest;
    }

    /** Events that wait for their time: all that is held. */
    int waiting() {
        return agenda.size();
    }
}
