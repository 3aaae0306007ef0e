package dev.tocsin.loadtest.market;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Has a visit go its way: the owner's, or an attacker's in its place. */
final class Visits {
    /** Who never gets in, by the number of attempts in a season: failures and first successes fit the published only so. */
    static final double[] LOST = {0, 0.8, 0.44, 0.28, 0.18};

    private static final long CASUAL = 31;
    private static final long LOST_ONES = 33;

    /** People are not punctual. */
    private static final long UNPUNCTUAL = 40 * 60_000;

    private static final int MOST_ATTEMPTS = 30;

    private final Plan plan;
    private final Attacks attacks;
    private final Consumer<Event> out;

    Visits(Plan plan, Attacks attacks, Consumer<Event> out) {
        this.plan = plan;
        this.attacks = attacks;
        this.out = out;
    }

    /** @param found the attempts of the sitting, see {@link Sittings#find} */
    void casual(Slot slot, long found, long time) {
        int first = Sittings.first(found);
        int attempts = Sittings.last(found) - first + 1;
        long account = slot.account();
        IntFunction<Gap> gapBefore =
                i -> inSitting(plan.sittings().gap(slot.season(), slot.first() + first + i, first + i));
        long key = Mix.of(plan.seed() + CASUAL, account, slot.season(), first);
        long at = time + (isFollowing(slot, first) ? (long) (Mix.unit(Mix.of(key, 0)) * UNPUNCTUAL) : 0);
        if (isLost(slot)) {
            Customer customer = plan.customer(account, at);
            new Sitting(customer, new Draws(key), new Scribe(customer, key, out)).fail(at, attempts, gapBefore);
            return;
        }
        Attack attack = attacks.draw(key);
        Past past = attack == null ? Past.NONE : plan.past(slot, at);
        visit(new Visit(account, key, at, attempts, gapBefore), attack, past, false);
    }

    /** What comes some fixed delay after a slot would otherwise come at the same second. */
    private boolean isFollowing(Slot slot, int first) {
        return plan.sittings().gap(slot.season(), slot.first() + first, first) != Gap.FAR;
    }

    private boolean isLost(Slot slot) {
        return slot.attempts() < LOST.length
                && Mix.unit(Mix.of(plan.seed(), LOST_ONES, slot.account())) < LOST[slot.attempts()];
    }

    private static Gap inSitting(Gap gap) {
        return gap.isInSitting() ? gap : Gap.HOUR;
    }

    /** @param expected how often the regular comes, each time that the walk comes by, on average */
    void regular(long account, long key, long at, double expected) {
        int sittings = (int) (expected + Mix.unit(key));
        for (int i = 0; i < sittings; i++) {
            long late = (long) (Mix.unit(Mix.of(key, i)) * (i == 0 ? UNPUNCTUAL : Curve.DAY / plan.passesPerDay()));
            regular(account, Mix.of(key, i, 1), at + late, past(at, expected));
        }
    }

    private Past past(long at, double expected) {
        long passes = (at - plan.from()) / Curve.DAY * plan.passesPerDay();
        return new Past((int) (passes * expected), at - Curve.DAY);
    }

    private void regular(long account, long key, long at, Past past) {
        IntFunction<Gap> gapBefore = i -> Gap.of(Mix.of(key, i));
        int attempts = 1;
        while (attempts < MOST_ATTEMPTS && gapBefore.apply(attempts).isInSitting()) {
            attempts++;
        }
        visit(new Visit(account, key, at, attempts, gapBefore), attacks.draw(key), past, true);
    }

    /** A visit that is about to begin. */
    private record Visit(long account, long key, long at, int attempts, IntFunction<Gap> gapBefore) {}

    private void visit(Visit visit, @Nullable Attack attack, Past past, boolean isRegular) {
        Customer customer = plan.customer(visit.account(), visit.at());
        if (customer.isUnderWay()) {
            return;
        }
        if (attack != null && !past.isEmpty()) {
            Victim victim = new Victim(customer, visit.at(), past, isRegular);
            if (attacks.tell(attack, victim, visit.key(), out)) {
                return;
            }
        }
        Scribe scribe = new Scribe(customer, visit.key(), out);
        new Sitting(customer, new Draws(visit.key()), scribe).sitDown(visit.at(), visit.attempts(), visit.gapBefore());
    }
}
