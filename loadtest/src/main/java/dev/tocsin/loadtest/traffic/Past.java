package dev.tocsin.loadtest.traffic;

import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.LoginOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account's history holds, so that a story can be cast with somebody it fits.
 *
 * @param uses of devices, cities and networks in successful logins
 */
record Past(
        Map<Object, Use> uses,
        @Nullable Instant first,
        @Nullable Instant last) {
    /** More than the detector asks for, so that a story does not hang on its exact numbers. */
    private static final int HABIT_LOGINS = 4;

    private static final int HABIT_DAYS = 3;

    /** How one device, city or network was used. */
    record Use(Instant first, int logins, int days, LocalDate lastDay) {
        private static Use begun(Instant at) {
            return new Use(at, 1, 1, dayOf(at));
        }

        private Use again(Instant at) {
            return new Use(first, logins + 1, dayOf(at).equals(lastDay) ? days : days + 1, dayOf(at));
        }

        private static LocalDate dayOf(Instant at) {
            return at.atOffset(ZoneOffset.UTC).toLocalDate();
        }
    }

    static Past of(List<Event> events) {
        Map<Object, Use> uses = new HashMap<>();
        Instant first = null;
        Instant last = null;
        for (Event event : events) {
            LoginEvent login = success(event).orElse(null);
            if (login != null) {
                first = first == null ? event.at() : first;
                last = event.at();
                note(uses, login);
            }
        }
        return new Past(uses, first, last);
    }

    private static Optional<LoginEvent> success(Event event) {
        return event.fold(Optional::of, change -> Optional.<LoginEvent>empty())
                .filter(login -> login.getOutcome() == LoginOutcome.SUCCEEDED);
    }

    private static void note(Map<Object, Use> uses, LoginEvent login) {
        List<Object> seen = List.of(
                String.valueOf(login.getSource().getDeviceId()),
                String.valueOf(login.getSource().getCity()),
                login.getSource().getAsn());
        seen.forEach(thing ->
                uses.merge(thing, Use.begun(login.getOccurredAt()), (use, begun) -> use.again(login.getOccurredAt())));
    }

    /** Logged in with often enough to be counted as the owner's. */
    boolean isHabit(Object thing) {
        Use use = uses.get(thing);
        return use != null && use.logins() >= HABIT_LOGINS && use.days() >= HABIT_DAYS;
    }

    /** True when a thing was first used at some moment or before. */
    boolean isUsedSince(Object thing, Instant moment) {
        Use use = uses.get(thing);
        return use != null && !use.first().isAfter(moment);
    }

    boolean startedBefore(Instant moment) {
        return first != null && first.isBefore(moment);
    }

    boolean isActiveSince(Instant moment) {
        return last != null && last.isAfter(moment);
    }
}
