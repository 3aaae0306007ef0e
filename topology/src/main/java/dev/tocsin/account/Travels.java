package dev.tocsin.account;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where an account has been, as far as its networks say where their users are.
 *
 * @param positions the latest located login of each place, oldest first
 * @param transitions the changes of place that it made, least recent first
 */
public record Travels(List<Login> positions, List<Transition> transitions) {
    public static final int MAX_POSITIONS = 8;
    public static final int MAX_POSITION_BYTES = 768;

    public static final Travels EMPTY = new Travels(List.of(), List.of());

    /**
     * The travels after a successful login.
     *
     * @param mayBecomeHabit false while a HIGH alert is open: a thief's ways must not become the owner's
     */
    Travels after(Login login, boolean mayBecomeHabit) {
        Source here = login.source();
        if (!here.isLocated() || !here.network().locatesItsUser()) {
            return this;
        }
        boolean moved = !positions.isEmpty() && !latest().isSamePlaceAs(here);
        return new Travels(moved(login), moved && mayBecomeHabit ? went(key(latest(), here)) : transitions);
    }

    Travels without(Predicate<Source> unwanted) {
        List<Login> kept = positions.stream()
                .filter(position -> !unwanted.test(position.source()))
                .toList();
        return new Travels(kept, transitions);
    }

    private Source latest() {
        return positions.get(positions.size() - 1).source();
    }

    private List<Login> moved(Login login) {
        List<Login> next = new ArrayList<>(positions.size() + 1);
        for (int i = 0; i < positions.size(); i++) {
            Login position = positions.get(i);
            if (!position.source().isSamePlaceAs(login.source())) {
                next.add(position);
            }
        }
        next.add(login.asPosition());
        return Bounded.latest(next, MAX_POSITIONS, MAX_POSITION_BYTES, position -> position);
    }

    private List<Transition> went(long key) {
        Transition again = new Transition(key, 1);
        List<Transition> next = new ArrayList<>(transitions.size() + 1);
        for (Transition transition : transitions) {
            if (transition.key() == key) {
                again = transition.again();
            } else {
                next.add(transition);
            }
        }
        next.add(again);
        return Bounded.latest(next, Transition.MAX);
    }

    /** How often the account went from one place straight to another. */
    int times(Source from, Source to) {
        if (transitions.isEmpty()) {
            return 0;
        }
        long key = key(from, to);
        for (Transition transition : transitions) {
            if (transition.key() == key) {
                return transition.times();
            }
        }
        return 0;
    }

    private static long key(Source from, Source to) {
        return Hash64.ofPair(from.placeKey(), to.placeKey());
    }
}
