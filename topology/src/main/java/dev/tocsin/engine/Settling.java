package dev.tocsin.engine;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Bounded;
import dev.tocsin.account.Timeline;
import dev.tocsin.alerting.Alert;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves the events that can no longer be overtaken from the timeline into settled memory. */
final class Settling {
    private AccountMemory settled;
    private long through;
    private final List<SettledId> ids;
    private final List<Alert> alertsBefore;
    private final List<Alert> alerts = new ArrayList<>();

    private Settling(AccountState state) {
        settled = state.settled();
        through = state.settledThroughMillis();
        ids = new ArrayList<>(state.settledIds());
        alertsBefore = state.lastAlerts();
    }

    /**
     * The state with every event settled that is older than the grace or beyond the timeline's bounds.
     *
     * @param memories the settled one, and those after the first events, as many as are worked out already
     */
    static AccountState settle(AccountState state, List<AccountMemory> memories, long graceMillis, RuleBook rules) {
        List<Timeline.Entry> entries = state.recent().entries();
        long cutoff = state.recent().newestMillis() - graceMillis;
        int due = Math.max(olderThan(cutoff, entries), state.recent().overflow());
        if (due == 0) {
            return state;
        }
        Settling settling = new Settling(state);
        for (int i = 0; i < due; i++) {
            settling.take(entries.get(i), i + 1 < memories.size() ? memories.get(i + 1) : null, rules);
        }
        Timeline recent = new Timeline(new ArrayList<>(entries.subList(due, entries.size())));
        return settling.state(recent);
    }

    private static int olderThan(long cutoff, List<Timeline.Entry> entries) {
        int older = 0;
        while (older < entries.size() && entries.get(older).event().atMillis() < cutoff) {
            older++;
        }
        return older;
    }

    /** @param after the memory after it, null when it is yet to be worked out */
    private void take(Timeline.Entry entry, @Nullable AccountMemory after, RuleBook rules) {
        AccountEvent event = entry.event();
        if (!entry.raised().isEmpty()) {
            alerts.addAll(Walk.over(settled, List.of(event), rules).raised());
        }
        settled = after == null ? settled.after(event, entry.raised()) : after;
        through = event.atMillis();
        ids.add(SettledId.of(event));
    }

    private AccountState state(Timeline recent) {
        long oldest = SettledId.minute(recent.newestMillis()) - SettledId.KEPT_MINUTES;
        ids.removeIf(id -> id.minute() < oldest);
        return new AccountState(settled, recent, through, Bounded.latest(ids, SettledId.MAX), lastAlerts());
    }

    /** The state after an event that came too late to be ordered in, and the alerts that it raised. */
    static AccountState settleLate(AccountState state, AccountEvent event, AccountMemory taught, List<Alert> raised) {
        Settling settling = new Settling(state);
        settling.settled = taught;
        settling.ids.add(SettledId.of(event));
        settling.alerts.addAll(raised);
        return settling.state(state.recent());
    }

    /** The latest alerts, as many as number and bytes allow. */
    private List<Alert> lastAlerts() {
        if (alerts.isEmpty()) {
            return alertsBefore; // within the bounds already
        }
        List<Alert> lastAlerts = new ArrayList<>(alertsBefore);
        lastAlerts.addAll(alerts);
        int first = lastAlerts.size();
        int bytes = 0;
        while (first > 0 && lastAlerts.size() - first < AccountState.MAX_LAST_ALERTS) {
            bytes += lastAlerts.get(first - 1).footprint();
            if (bytes > AccountState.MAX_LAST_ALERT_BYTES) {
                break;
            }
            first--;
        }
        return new ArrayList<>(lastAlerts.subList(first, lastAlerts.size()));
    }
}
