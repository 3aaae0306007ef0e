package dev.tocsin.loadtest.traffic;

import dev.tocsin.event.Source;
import java.time.Instant;

/** One performance of a plot: on whose account, when, and with what chance. */
record Scene(Candidate candidate, Instant begin, Dice dice, Scribe scribe) {
    static Scene of(Candidate candidate, Instant begin, Dice dice) {
        return new Scene(candidate, begin, dice, new Scribe(candidate.person(), dice));
    }

    Person victim() {
        return candidate.person();
    }

    Instant after(double seconds) {
        return begin.plusMillis(Math.round(1000 * seconds));
    }

    /** Where the owner usually is, on what the owner usually uses. */
    Source owner() {
        return victim().home().visit(victim().mainDevice(), dice);
    }

    /** A visit from a device that the account was never seen with. */
    Source stranger(Access access) {
        return access.visit(dice.chance(0.5) ? Device.laptop(dice) : Device.phone(dice), dice);
    }

    City abroad(double minKm, double maxKm) {
        City home = victim().city();
        return dice.pick(
                Atlas.where(city -> city.isAbroadFrom(home) && city.kmTo(home) > minKm && city.kmTo(home) < maxKm));
    }
}
