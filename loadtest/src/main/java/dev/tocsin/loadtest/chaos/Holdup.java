package dev.tocsin.loadtest.chaos;

import dev.tocsin.loadtest.market.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;

/**
 * A producer whose events are held up now and then: those of a quarter of the accounts come minutes later, in one batch,
 * out of order, and sometimes the whole batch comes twice.
 *
 * <p>An account that has several events in the meantime is let through, because the detector promises order among as many
 * events as fit into an account's state, and not for a script that makes dozens in a row.
 */
final class Holdup {
    private static final double BEGINS = 0.002;
    private static final long LENGTH_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final int GROUPS = 4;
    private static final int MOST_OF_ONE_ACCOUNT = 6;
    private static final double BATCH_TWICE = 0.3;

    private final Random random;
    private final Map<Long, List<Event>> held = new HashMap<>();
    private final List<Long> passing = new ArrayList<>();
    private long until;
    private int group;

    Holdup(Random random) {
        this.random = random;
    }

    void pass(Event event, Queue<Sending> out) {
        if (event.at() >= until) {
            release(out);
            if (random.nextDouble() < BEGINS) {
                until = event.at() + LENGTH_MILLIS;
                group = random.nextInt(GROUPS);
            }
        }
        if (event.at() >= until || event.account() % GROUPS != group || passing.contains(event.account())) {
            out.add(Sending.good(event));
            return;
        }
        List<Event> events = held.computeIfAbsent(event.account(), id -> new ArrayList<>());
        events.add(event);
        if (events.size() == MOST_OF_ONE_ACCOUNT) {
            passing.add(event.account());
            held.remove(event.account());
            send(events, out);
        }
    }

    /** Lets everything go that is held. */
    void release(Queue<Sending> out) {
        // in the order of accounts, so that the seed alone decides
        List<Event> batch = held.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        held.clear();
        passing.clear();
        send(batch, out);
        if (random.nextDouble() < BATCH_TWICE) {
            batch.forEach(event -> out.add(Sending.good(event)));
        }
    }

    private void send(List<Event> batch, Queue<Sending> out) {
        List<Event> shuffled = new ArrayList<>(batch);
        Collections.shuffle(shuffled, random);
        shuffled.forEach(event -> out.add(Sending.good(event)));
    }
}
