package dev.tocsin.loadtest.market;

/**
 * Walks the slots of casual accounts, shuffled anew for each season, some delay after their time.
 *
 * <p>Most slots have no sitting with that delay; it goes past those at once, without working out their time.
 */
final class CasualWalk implements Walk {
    private final Plan plan;
    private final Activity activity;
    private final Visits visits;
    private final int delay;
    private final long end;
    private long position;
    private long season;
    private long place;
    private Permutation order;

    /** Where it stands: the attempts of the sitting there, and the rest of what is known of the slot. */
    private long found;

    private long slot;
    private int attempts;
    private long time;

    CasualWalk(Plan plan, Visits visits, int delay) {
        this.plan = plan;
        this.activity = plan.activity();
        this.visits = visits;
        this.delay = delay;
        this.position = (long) Math.floor(plan.slotPositionOf(plan.from() - Sittings.delay(delay)));
        this.end = (long) Math.ceil(plan.slotPositionOf(plan.to() - Sittings.delay(delay)));
        this.season = Math.floorDiv(position, activity.slots());
        this.place = Math.floorMod(position, activity.slots());
        this.order = plan.orderOf(season);
        advance();
    }

    @Override
    public long time() {
        return time;
    }

    @Override
    public void step() {
        long account = plan.accountOfRank(activity.rankOfSlot(slot, attempts));
        if (plan.isInShard(account)) {
            long first = slot - activity.indexOfSlot(slot, attempts);
            visits.casual(new Slot(account, season, first, attempts), found, time);
        }
        advance();
    }

    private void advance() {
        do {
            goOn();
            slot = order.at(place);
            attempts = activity.attemptsOfSlot(slot);
            int attempt = activity.indexOfSlot(slot, attempts);
            found = plan.sittings().find(season, slot, attempt, attempts, delay);
        } while (found < 0 && position < end);
        time = position < end ? plan.slotTime(position) + Sittings.delay(delay) : Long.MAX_VALUE;
    }

    private void goOn() {
        position++;
        place++;
        if (place == activity.slots()) {
            place = 0;
            season++;
            order = plan.orderOf(season);
        }
    }
}
