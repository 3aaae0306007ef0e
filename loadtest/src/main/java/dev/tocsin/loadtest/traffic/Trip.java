package dev.tocsin.loadtest.traffic;

import java.time.Duration;
import java.time.Instant;

/**
 * A stay somewhere else, with a journey that people can make.
 *
 * @param hotel whose network is used there
 * @param leaves home
 * @param arrives there
 * @param returns leaves there
 * @param back arrives at home
 */
record Trip(Access hotel, Instant leaves, Instant arrives, Instant returns, Instant back) {
    /** To the airport, through it, and into town. */
    private static final Duration BESIDE_THE_FLIGHT = Duration.ofHours(3);

    private static final double FLIGHT_KMH = 800;

    static Trip of(City home, Access hotel, Instant leaves, Duration stay) {
        Duration journey = journey(home, hotel.city());
        Instant arrives = leaves.plus(journey);
        Instant returns = arrives.plus(stay);
        return new Trip(hotel, leaves, arrives, returns, returns.plus(journey));
    }

    static Duration journey(City from, City to) {
        return BESIDE_THE_FLIGHT.plusSeconds(Math.round(from.kmTo(to) / FLIGHT_KMH * 3600));
    }

    boolean isUnderWay(Instant at) {
        return isBetween(leaves, at, arrives) || isBetween(returns, at, back);
    }

    boolean isThere(Instant at) {
        return isBetween(arrives, at, returns);
    }

    private static boolean isBetween(Instant from, Instant at, Instant to) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
