package dev.tocsin.loadtest.traffic;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Writes up a person's days: when they log in, by the hours that people keep. */
final class Diary {
    /** Attempts per local hour of a large login service over a day, relative. */
    private static final int[] HOURS = {
        16, 19, 23, 28, 32, 42, 52, 63, 70, 73, 73, 72, 72, 74, 76, 78, 80, 76, 72, 68, 60, 46, 34, 25
    };

    /** A little less at weekends; the week's mean is 1. */
    private static final double WEEKDAY = 1.08;

    private static final double WEEKEND = 0.8;

    private final long seed;

    Diary(long seed) {
        this.seed = seed;
    }

    /** A person's events from one moment up to another, oldest first. */
    List<Event> between(Person person, Instant from, Instant to) {
        ZoneOffset zone = ZoneOffset.ofHours(person.city().hoursEast());
        List<Event> events = new ArrayList<>();
        LocalDate last = to.atOffset(zone).toLocalDate();
        for (LocalDate day = from.atOffset(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            events.addAll(day(person, day, zone));
        }
        events.removeIf(event -> event.at().isBefore(from) || !event.at().isBefore(to));
        events.sort(Event.BY_TIME);
        return events;
    }

    private List<Event> day(Person person, LocalDate day, ZoneOffset zone) {
        Dice dice = Dice.of(seed, "day", person.index(), day.toEpochDay());
        boolean isWeekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        int visits = dice.poisson(person.loginsPerDay() * (isWeekend ? WEEKEND : WEEKDAY));
        Instant midnight = day.atStartOfDay().toInstant(zone);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < visits; i++) {
            long second = 3600L * dice.weighted(HOURS) + dice.below(3600);
            Instant at = midnight.plusSeconds(second).plusMillis(dice.below(1000));
            events.addAll(new Visit(person, at, dice).events());
        }
        return events;
    }
}
