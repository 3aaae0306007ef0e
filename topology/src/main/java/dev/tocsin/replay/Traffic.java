package dev.tocsin.replay;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.engine.Arrival;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a recording held. */
final class Traffic {
    private final Map<Arrival, Long> arrivals = new EnumMap<>(Arrival.class);
    private long logins;
    private @Nullable Instant first;
    private @Nullable Instant last;

    void add(AccountEvent event, Arrival arrival) {
        arrivals.merge(arrival, 1L, Long::sum);
        if (arrival != Arrival.DUPLICATE) {
            logins += event.<Integer>fold(login -> 1, change -> 0);
            Instant at = event.occurredAt();
            first = first == null || at.isBefore(first) ? at : first;
            last = last == null || at.isAfter(last) ? at : last;
        }
    }

    long events() {
        return arrivals.values().stream().mapToLong(Long::longValue).sum();
    }

    long arrivals(Arrival arrival) {
        return arrivals.getOrDefault(arrival, 0L);
    }

    /** Without repeated ones. */
    long logins() {
        return logins;
    }

    /** Event time of the earliest event, null when there is none. */
    @Nullable
    Instant first() {
        return first;
    }

    /** Event time of the latest event, null when there is none. */
    @Nullable
    Instant last() {
        return last;
    }
}
