package dev.tocsin.loadtest.market;

/** Who comes when: how accounts, seasons and time hang together in one stream. */
final class Plan {
    /** Beside the attempts of the distribution: second factors, changes, and those that forgotten passwords bring. */
    static final double EVENTS_PER_ATTEMPT = 1.047;

    private static final long SHARDS = 21;
    private static final long PEOPLE = 22;
    private static final long SEASONS = 23;
    private static final long JITTER = 24;

    private final MarketOptions options;
    private final long from;
    private final long to;
    private final Activity activity;
    private final Sittings sittings;
    private final Permutation people;
    private final Curve slots;
    private final double seasonDays;
    private final int passesPerDay;

    Plan(MarketOptions options) {
        this.options = options;
        this.from = options.from().toEpochMilli();
        this.to = options.to().toEpochMilli();
        this.activity = new Activity(options.accounts());
        this.sittings = new Sittings(options.seed());
        this.people = new Permutation(options.accounts(), Mix.of(options.seed(), PEOPLE));
        double seasons = options.events() / (EVENTS_PER_ATTEMPT * activity.attempts());
        this.slots = Curve.weekly(from, to, seasons * activity.slots());
        this.seasonDays = (to - from) / seasons / Curve.DAY;
        this.passesPerDay = (int) Math.ceil(sittingsPerDay(activity.attemptsOfMeanRegular()));
    }

    private double sittingsPerDay(double attempts) {
        return attempts * (1 - Gap.inSitting()) / seasonDays;
    }

    long seed() {
        return options.seed();
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    Activity activity() {
        return activity;
    }

    Sittings sittings() {
        return sittings;
    }

    Customer customer(long account, long at) {
        return new Customer(seed(), account, at, options.habits());
    }

    long accountOfRank(long rank) {
        return people.at(rank);
    }

    boolean isInShard(long account) {
        return options.shards() == 1
                || Long.remainderUnsigned(Mix.of(seed(), SHARDS, account), options.shards()) == options.shard();
    }

    Permutation orderOf(long season) {
        return new Permutation(activity.slots(), Mix.of(seed(), SEASONS, season));
    }

    /** Somewhere between its place and the next one's. */
    long slotTime(long position) {
        return slots.at(position + Mix.unit(Mix.of(seed(), JITTER, position)));
    }

    double slotPositionOf(long at) {
        return slots.positionOf(at);
    }

    int passesPerDay() {
        return passesPerDay;
    }

    /** How often a regular sits down each time that the walk comes by, on average. */
    double sittingsOfRegular(long index, long at) {
        double attempts = activity.attemptsOfRegular(index);
        return Curve.ofDay(at) * sittingsPerDay(attempts) / passesPerDay;
    }

    /** When the account came at the times of its own slots since the stream began. */
    Past past(Slot slot, long at) {
        Past past = Past.NONE;
        for (long season = slot.season() - 1; season <= slot.season(); season++) {
            Permutation order = orderOf(season);
            for (int i = 0; i < slot.attempts(); i++) {
                if (sittings.gap(season, slot.first() + i, i) == Gap.FAR) {
                    past = past.with(slotTime(season * activity.slots() + order.placeOf(slot.first() + i)), from, at);
                }
            }
        }
        return past;
    }
}
