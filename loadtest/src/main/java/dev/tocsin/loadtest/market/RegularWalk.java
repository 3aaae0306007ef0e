package dev.tocsin.loadtest.market;

/**
 * Walks all regulars each day in one order, so that everybody comes at about the same hour.
 *
 * <p>When they come more often than daily, it walks several times a day.
 */
final class RegularWalk implements Walk {
    private static final long REGULAR = 32;

    private final Plan plan;
    private final Visits visits;
    private final Curve curve;
    private long position;
    private long time;

    RegularWalk(Plan plan, Visits visits) {
        this.plan = plan;
        this.visits = visits;
        this.curve = Curve.daily(plan.from(), (double) plan.activity().regulars() * plan.passesPerDay());
        this.position = (long) Math.floor(curve.positionOf(plan.from())) + 1;
        this.time = curve.at((double) position);
    }

    @Override
    public long time() {
        return time;
    }

    @Override
    public void step() {
        long regulars = plan.activity().regulars();
        long index = Math.floorMod(position, regulars);
        long account = plan.accountOfRank(plan.activity().rankOfRegular(index));
        if (plan.isInShard(account)) {
            long key = Mix.of(plan.seed(), REGULAR, position);
            visits.regular(account, key, time, plan.sittingsOfRegular(index, time));
        }
        position++;
        time = curve.at((double) position);
    }
}
