package dev.tocsin.http;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Day;
import dev.tocsin.account.Known;
import dev.tocsin.account.KnownSet;
import dev.tocsin.account.Mark;
import dev.tocsin.account.Source;
import dev.tocsin.account.Timeline;
import dev.tocsin.alerting.Alert;
import dev.tocsin.detection.Severity;
import dev.tocsin.engine.AccountState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * What is remembered of an account, for a person to read.
 *
 * @param newestEventAt the account's own clock
 * @param recentEvents that may still be overtaken, oldest first
 * @param lastAlerts those of recent events, and the last few before them, with the values that were judged
 */
record AccountView(
        String accountId,
        String newestEventAt,
        String learningSince,
        int loginsLearned,
        List<Seen> countries,
        List<Seen> cities,
        List<Seen> networks,
        List<Seen> devices,
        List<Event> positions,
        List<Event> changes,
        Attempts attempts,
        int payoutDestinations,
        List<Open> openAlerts,
        List<Event> recentEvents,
        List<Why> lastAlerts) {

    /** A known thing and its rung on the trust ladder. */
    record Seen(String name, String trust, String firstDay, String lastDay) {}

    record Event(String eventId, String at, String what, String place, String network) {}

    record Attempts(int lastFiveMinutes, double usualPerHour, double deviationPerHour) {}

    record Open(String severity, String at) {}

    /** Why an alert fired. */
    record Why(String alertId, String detector, String severity, String occurredAt, Map<String, String> facts) {}

    static AccountView of(String accountId, AccountState state, List<Alert> alerts) {
        AccountMemory memory = state.memory();
        long now = state.recent().newestMillis();
        return new AccountView(
                accountId,
                Instant.ofEpochMilli(now).toString(),
                Instant.ofEpochMilli(memory.learningSinceMillis()).toString(),
                memory.learnedLogins(),
                seen(memory.countries(), now, Source::countryOfKey),
                seen(memory.cities(), now, Long::toHexString),
                seen(memory.networks(), now, key -> "AS" + key),
                seen(memory.devices(), now, Long::toHexString),
                memory.positions().stream().map(AccountView::event).toList(),
                memory.changes().stream().map(AccountView::event).toList(),
                attempts(memory, now),
                memory.destinations().size(),
                memory.marks().stream()
                        .filter(mark -> now - mark.atMillis() <= Mark.OPEN_MILLIS)
                        .map(AccountView::open)
                        .toList(),
                state.recent().entries().stream()
                        .map(Timeline.Entry::event)
                        .map(AccountView::event)
                        .toList(),
                alerts.stream().map(AccountView::why).toList());
    }

    private static List<Seen> seen(KnownSet set, long now, LongFunction<String> name) {
        return set.entries().stream().map(known -> seen(known, now, name)).toList();
    }

    private static Seen seen(Known known, long now, LongFunction<String> name) {
        return new Seen(
                name.apply(known.key()),
                known.trustOn(Day.of(now)).name(),
                LocalDate.ofEpochDay(known.firstDay()).toString(),
                LocalDate.ofEpochDay(known.lastDay()).toString());
    }

    private static Event event(AccountEvent event) {
        String what = event.fold(
                login -> "LOGIN " + login.outcome(), change -> change.change().name());
        return new Event(
                event.eventId(),
                event.occurredAt().toString(),
                what,
                event.source().place(),
                event.source().network().name());
    }

    private static Attempts attempts(AccountMemory memory, long now) {
        return new Attempts(
                memory.window().attempts(now, 300_000),
                memory.baseline().at(now).mean(),
                memory.baseline().at(now).deviation());
    }

    private static Open open(Mark mark) {
        return new Open(
                Severity.ofRank(mark.rank()).name(),
                Instant.ofEpochMilli(mark.atMillis()).toString());
    }

    private static Why why(Alert alert) {
        return new Why(
                alert.alertId(),
                alert.signal().detector(),
                alert.signal().severity().name(),
                alert.occurredAt().toString(),
                alert.signal().facts());
    }
}
