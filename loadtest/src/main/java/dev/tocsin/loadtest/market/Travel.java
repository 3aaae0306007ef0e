package dev.tocsin.loadtest.market;

import dev.tocsin.loadtest.traffic.City;
import org.jspecify.annotations.Nullable;

/** Where somebody is who is not at home: at most one trip in 30 days, with a journey there and back that people can make. */
final class Travel {
    private static final long MONTH = 30 * Curve.DAY;
    private static final double ABROAD = 0.5;
    private static final double NEARBY_KM = 160;

    /** To the airport, through it, and into town. */
    private static final double HOURS_BESIDE_FLIGHT = 3;

    private static final double FLIGHT_KMH = 800;

    private final long key;
    private final City home;
    private final double tripsPerMonth;

    Travel(long key, City home, double tripsPerMonth) {
        this.key = key;
        this.home = home;
        this.tripsPerMonth = tripsPerMonth;
    }

    /** A trip in the making, with its times. */
    private record Trip(City city, long leaves, long arrives, long returns, long back) {}

    boolean isUnderWay(long at) {
        Trip trip = trip(at);
        return trip != null && (isBetween(trip.leaves, at, trip.arrives) || isBetween(trip.returns, at, trip.back));
    }

    private static boolean isBetween(long from, long at, long to) {
        return at >= from && at < to;
    }

    /** Null at home. */
    @Nullable
    City cityAt(long at) {
        Trip trip = trip(at);
        return trip != null && isBetween(trip.arrives, at, trip.returns) ? trip.city : null;
    }

    private @Nullable Trip trip(long at) {
        long month = Math.floorDiv(at, MONTH);
        Draws draws = new Draws(Mix.of(key, 10, month));
        if (!draws.chance(tripsPerMonth)) {
            return null;
        }
        boolean isAbroad = draws.chance(ABROAD);
        City city = draws.pick(Places.CITIES);
        for (int i = 0; i < Places.CITIES.size() && !suits(city, isAbroad); i++) {
            city = Places.CITIES.get((city.index() + 1) % Places.CITIES.size());
        }
        long journey = (long) ((HOURS_BESIDE_FLIGHT + home.kmTo(city) / FLIGHT_KMH) * Curve.HOUR);
        long leaves = month * MONTH + draws.between(0, 18 * Curve.DAY);
        long arrives = leaves + journey;
        long returns = arrives + draws.between(Curve.DAY, 9 * Curve.DAY);
        return suits(city, isAbroad) ? new Trip(city, leaves, arrives, returns, returns + journey) : null;
    }

    private boolean suits(City city, boolean isAbroad) {
        return city.isAbroadFrom(home) == isAbroad && city.kmTo(home) > NEARBY_KM;
    }
}
