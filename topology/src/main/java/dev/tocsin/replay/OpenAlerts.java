package dev.tocsin.replay;

import dev.tocsin.alerting.Alert;
import dev.tocsin.codec.AlertMessage;
import dev.tocsin.engine.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An account's alerts that stand and may still be taken back, under the one thresholds and the other.
 *
 * <p>Once the event that completed an alert's story has settled under both, nothing can touch it any more, and whether it has
 * a counterpart is decided.
 */
record OpenAlerts(List<AlertMessage> now, List<AlertMessage> then) {
    static final OpenAlerts NONE = new OpenAlerts(List.of(), List.of());

    private static final Comparator<Pair> IN_TIME =
            Comparator.comparing(Pair::occurredAt).thenComparing(Pair::detector).thenComparing(Pair::alertId);

    static OpenAlerts of(List<AlertMessage> now, List<AlertMessage> then) {
        return now.isEmpty() && then.isEmpty() ? NONE : new OpenAlerts(now, then);
    }

    int size() {
        return now.size() + then.size();
    }

    /** @param at when the event happened whose arrival led to the outcomes */
    OpenAlerts after(Outcome outcomeNow, Outcome outcomeThen, Instant at) {
        return of(after(now, outcomeNow, at), after(then, outcomeThen, at));
    }

    private static List<AlertMessage> after(List<AlertMessage> open, Outcome outcome, Instant at) {
        if (outcome.isRepetition()
                || (outcome.withdrawn().isEmpty() && outcome.raised().isEmpty())) {
            return open;
        }
        List<AlertMessage> next = new ArrayList<>(open);
        Stream.concat(outcome.withdrawn().stream(), outcome.raised().stream())
                .forEach(alert -> next.removeIf(old -> isSame(old.alert(), alert)));
        outcome.raised().forEach(alert -> next.add(new AlertMessage(alert, false, at)));
        return next;
    }

    private static boolean isSame(Alert alert, Alert other) {
        return alert.alertId().equals(other.alertId());
    }

    /**
     * The pairs that nothing can change any more, in event-time order.
     *
     * @param throughMillis up to when events have settled under both thresholds
     */
    List<Pair> decided(long throughMillis) {
        return pairs(message -> isDecided(message, throughMillis));
    }

    OpenAlerts undecided(long throughMillis) {
        Predicate<AlertMessage> stays = message -> !isDecided(message, throughMillis);
        return of(
                now.stream().filter(stays).toList(), then.stream().filter(stays).toList());
    }

    private static boolean isDecided(AlertMessage message, long throughMillis) {
        return message.alert().occurredAt().toEpochMilli() <= throughMillis;
    }

    /** All of them, for when nothing comes any more. */
    List<Pair> pairs() {
        return pairs(message -> true);
    }

    private List<Pair> pairs(Predicate<AlertMessage> which) {
        if (size() == 0) {
            return List.of();
        }
        Stream<Pair> kept = now.stream().filter(which).map(message -> new Pair(message, in(then, message)));
        Stream<Pair> gained = then.stream()
                .filter(which)
                .filter(message -> in(now, message) == null)
                .map(message -> new Pair(null, message));
        return Stream.concat(kept, gained).sorted(IN_TIME).toList();
    }

    private static @Nullable AlertMessage in(List<AlertMessage> others, AlertMessage message) {
        return others.stream()
                .filter(other -> isSame(other.alert(), message.alert()))
                .findFirst()
                .orElse(null);
    }
}
