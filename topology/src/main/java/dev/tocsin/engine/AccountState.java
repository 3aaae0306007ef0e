package dev.tocsin.engine;

import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.EventId;
import dev.tocsin.account.Timeline;
import dev.tocsin.alerting.Alert;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is kept of one account.
 *
 * <pre>
 *   settled ──────────────┐   recent ──────────────────────┐
 *   the fold of all events│   e₁  e₂  e₃ … eₙ   (eₙ newest) │
 *   older than the grace  │   may still be overtaken        │
 *   ──────────────────────┴── settledThrough ──── time ─────▶
 * </pre>
 *
 * @param settledThroughMillis event time of the newest settled event; what is not newer comes too late to be ordered in
 * @param settledIds of the last day, oldest first
 * @param lastAlerts of settled events, oldest first, at most {@value #MAX_LAST_ALERTS}
 */
public record AccountState(
        AccountMemory settled,
        Timeline recent,
        long settledThroughMillis,
        List<SettledId> settledIds,
        List<Alert> lastAlerts) {
    /** Enough to say why an account looks as it does, and to repeat an alert that a crash may have swallowed. */
    public static final int MAX_LAST_ALERTS = 4;

    /** Ordinary alerts take about 300 bytes; with the longest ids fewer fit. */
    public static final int MAX_LAST_ALERT_BYTES = 1_300;

    public static final AccountState EMPTY =
            new AccountState(AccountMemory.EMPTY, Timeline.EMPTY, Long.MIN_VALUE, List.of(), List.of());

    /** True when an event of this id was settled within a day and is among the last that are remembered. */
    public boolean hasSettled(EventId event) {
        if (settledIds.isEmpty()) {
            return false;
        }
        long hash = event.hash();
        for (SettledId id : settledIds) {
            if (id.hash() == hash) {
                return true;
            }
        }
        return false;
    }

    /** The memory with the first so many recent events remembered on top of what is settled. */
    public AccountMemory memoryBefore(int recentEvents) {
        return memoriesUpTo(recentEvents).get(recentEvents);
    }

    /** The settled memory, and the memory after each of the first so many recent events. */
    List<AccountMemory> memoriesUpTo(int recentEvents) {
        List<AccountMemory> memories = new ArrayList<>(recentEvents + 1);
        AccountMemory memory = settled;
        memories.add(memory);
        for (int i = 0; i < recentEvents; i++) {
            Timeline.Entry entry = recent.entries().get(i);
            memory = memory.after(entry.event(), entry.raised());
            memories.add(memory);
        }
        return memories;
    }

    /** Everything remembered of the account up to its newest event. */
    public AccountMemory memory() {
        return memoryBefore(recent.size());
    }

    /** For whoever never asks for an event to be said again: the same but for what only that needs. */
    public AccountState withoutLastAlerts() {
        return lastAlerts.isEmpty()
                ? this
                : new AccountState(settled, recent, settledThroughMillis, settledIds, List.of());
    }

    AccountState withRecent(Timeline timeline) {
        return new AccountState(settled, timeline, settledThroughMillis, settledIds, lastAlerts);
    }
}
