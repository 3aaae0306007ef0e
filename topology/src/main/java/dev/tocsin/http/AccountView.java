package dev.tocsin.http;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Burst;
import dev.tocsin.account.Day;
import dev.tocsin.account.HourProfile;
import dev.tocsin.account.Known;
import dev.tocsin.account.KnownSet;
import dev.tocsin.account.Landmark;
import dev.tocsin.account.Mark;
import dev.tocsin.account.Network;
import dev.tocsin.account.Source;
import dev.tocsin.account.Timeline;
import dev.tocsin.alerting.Alert;
import dev.tocsin.detection.Severity;
import dev.tocsin.engine.AccountState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
        List<Seen> networkKinds,
        Hours hours,
        List<Event> positions,
        List<Landing> landmarks,
        List<Event> changes,
        Attempts attempts,
        int payoutDestinations,
        List<Open> openAlerts,
        List<Event> recentEvents,
        List<Why> lastAlerts) {

    /** A known thing and its rung on the trust ladder. */
    record Seen(String name, String trust, String firstDay, String lastDay) {}

    record Event(String eventId, String at, String what, String place, String network) {}

    /** When it usually logs in; a deviation of 12 h or more is no habit. */
    record Hours(int logins, double usualHourUtc, double deviationHours) {}

    /** A login that a change may follow, and why: what was new, the silence before it, the alert that it raised. */
    record Landing(Event login, List<String> why) {}

    /** Counts of the last five minutes, and of the last hour. */
    record Attempts(
            int lastFiveMinutes,
            double usualPerHour,
            double deviationPerHour,
            int failures,
            int refusedFactors,
            int resetsAskedFor) {}

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
                seen(memory.habits().networkKinds(), now, AccountView::networkKind),
                hours(memory.habits().hours()),
                memory.positions().stream().map(AccountView::event).toList(),
                memory.landmarks().stream().map(AccountView::landing).toList(),
                memory.changes().stream().map(AccountView::event).toList(),
                attempts(memory, now),
                memory.destinations().size(),
                memory.openAlerts(now).stream().map(AccountView::open).toList(),
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
                memory.baseline().at(now).deviation(),
                lastHour(memory.bursts().failures(), now),
                lastHour(memory.bursts().denials(), now),
                lastHour(memory.bursts().resetRequests(), now));
    }

    private static int lastHour(Burst burst, long now) {
        return burst.within(now, Burst.KEPT_MILLIS).size();
    }

    private static String networkKind(long key) {
        return Arrays.stream(Network.values())
                .filter(network -> network.key() == key)
                .map(Network::name)
                .findFirst()
                .orElse(Long.toString(key));
    }

    private static Hours hours(HourProfile hours) {
        return new Hours(hours.logins(), hours.usualHour(), Math.min(12, hours.deviationHours()));
    }

    private static Landing landing(Landmark landmark) {
        List<String> why = new ArrayList<>();
        addIf(why, landmark.newDevice(), "new device");
        addIf(why, landmark.newNetwork(), "new network");
        addIf(why, landmark.newCountry(), "new country");
        addIf(
                why,
                landmark.silenceDays() >= Landmark.MIN_SILENCE_DAYS,
                "after " + landmark.silenceDays() + " days of silence");
        addIf(why, landmark.strangeRank() != Landmark.NO_ALERT, "alert about its place");
        addIf(why, landmark.guessingRank() != Landmark.NO_ALERT, "alert about guessing");
        return new Landing(event(landmark.login()), why);
    }

    private static void addIf(List<String> words, boolean holds, String word) {
        if (holds) {
            words.add(word);
        }
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
