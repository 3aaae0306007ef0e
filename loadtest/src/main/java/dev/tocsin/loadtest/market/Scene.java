package dev.tocsin.loadtest.market;

import dev.tocsin.loadtest.traffic.City;
import java.util.List;
import java.util.function.Predicate;

/**
 * One performance of an attack: on whose account, when, and by which gang.
 *
 * <p>Gangs use the same devices and rented addresses against many accounts, and those of their addresses that are people's
 * homes are homes of customers: nothing in an attack is otherwise unheard of.
 */
record Scene(Victim victim, long seed, Habits habits, long accounts, Draws draws, Scribe scribe) {
    private static final long GANG = 13;
    private static final int GANGS = 40;
    private static final int DEVICES_OF_GANG = 4;
    private static final double ON_WINDOWS = 0.7;
    private static final double FAR_KM = 1_500;

    /** How many customers are looked at for one who lives where a line is wanted. */
    private static final int DONORS = 300;

    /** A median of 5 minutes and one in twenty after 6 hours; one in ten takes days. Assumed: no figures are published. */
    private static final double TO_PAYOUT_MINUTES = 5;

    private static final double TO_PAYOUT_SIGMA = 2.6;
    private static final double SLOW = 0.1;

    Customer owner() {
        return victim.customer();
    }

    long at() {
        return victim.at();
    }

    Origin atHome() {
        return owner().atHome(draws);
    }

    /** A device of a gang, on no network yet. */
    private Device device() {
        int gang = draws.below(GANGS);
        long id = Mix.of(seed, GANG, gang, draws.below(DEVICES_OF_GANG));
        Agent agent = Mix.unit(id) < ON_WINDOWS ? Agent.WINDOWS : Agent.ANDROID;
        return new Device(id, agent.number(at(), gang % 3), draws.next());
    }

    Origin through(Way way) {
        return device().on(way, way.address(draws.next()));
    }

    /** From a server, where everybody can rent one. */
    Origin rentedServer() {
        return through(Places.hosting(draws.pick(farCities()), draws));
    }

    /** From the home of some customer: malware lets strangers use its line. */
    Origin anotherHome() {
        return anotherHome(city -> true);
    }

    /** From one in the owner's country, if it has another. */
    Origin anotherHomeInCountry() {
        City home = owner().city();
        return anotherHome(city -> !city.isAbroadFrom(home));
    }

    private Origin anotherHome(Predicate<City> condition) {
        Customer donor = donor();
        for (int i = 0; i < DONORS && !condition.test(donor.city()); i++) {
            donor = donor();
        }
        if (!condition.test(donor.city())) {
            return through(Places.homeOf(owner().city(), 0));
        }
        Origin home = donor.atHome(draws);
        return device().on(home.way(), home.ip());
    }

    private Customer donor() {
        return new Customer(seed, draws.between(0, accounts), at(), habits);
    }

    List<City> farCities() {
        City home = owner().city();
        return Places.CITIES.stream()
                .filter(city -> city.isAbroadFrom(home) && city.kmTo(home) > FAR_KM)
                .toList();
    }

    /** From a takeover to where the money goes, in milliseconds. */
    long toPayout() {
        double minutes = draws.logNormal(TO_PAYOUT_MINUTES, TO_PAYOUT_SIGMA);
        boolean isSlow = draws.chance(SLOW) || minutes > 24 * 60;
        return isSlow ? draws.between(Curve.DAY, 7 * Curve.DAY) : 20_000 + (long) (minutes * 60_000);
    }
}
