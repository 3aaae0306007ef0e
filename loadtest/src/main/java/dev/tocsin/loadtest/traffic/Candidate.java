package dev.tocsin.loadtest.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Somebody a story might happen to.
 *
 * <p>A story's outcome is known only for an account whose habits the detector has learned, and whose owner does nothing
 * else meanwhile.
 *
 * @param opening when the stories begin
 */
record Candidate(Person person, Past past, Instant opening) {
    /** For so long the cast has done nothing when the stories begin; most journeys fit into it. */
    static final Duration REST = Duration.ofHours(12);

    /** Some were at home within this time, and rest since. */
    static final Duration JUST = Duration.ofMinutes(15);

    /** The detector's learning is over for accounts older than 14 days. */
    private static final Duration LEARNED = Duration.ofDays(16);

    /** A device speaks for its owner after 30 days. */
    private static final Duration LONG = Duration.ofDays(32);

    /** Leads an easily told life, and the detector knows it. */
    boolean isSettled() {
        City home = person.city();
        return person.trip() == null
                && person.vpn() == null
                && person.newPhone() == null
                && person.mobile().city().equals(home)
                && past.startedBefore(opening.minus(LEARNED))
                && past.isHabit(home.name())
                && past.isHabit(person.home().asn())
                && past.isHabit(person.mainDevice().id());
    }

    boolean isSettledAndRests() {
        return isSettled() && !past.isActiveSince(opening.minus(REST));
    }

    boolean isSettledAndWasJustAtHome() {
        return isSettled() && past.isActiveSince(opening.minus(JUST));
    }

    boolean isLongSettledAndRests() {
        return isSettledAndRests() && past.isUsedSince(person.mainDevice().id(), opening.minus(LONG));
    }

    boolean isSettledPhoneUserAndRests() {
        return isSettledAndRests() && past.isHabit(person.phone().id());
    }

    /** Cities of the owner's country, far from everything that is usual there. */
    List<City> citiesFarFromUsual(double km) {
        Access office = person.office();
        City home = person.city();
        City work = office == null ? home : office.city();
        return Atlas.where(city -> !city.isAbroadFrom(home) && city.kmTo(home) > km && city.kmTo(work) > km);
    }
}
