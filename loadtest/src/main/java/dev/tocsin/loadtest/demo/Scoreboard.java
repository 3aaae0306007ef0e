package dev.tocsin.loadtest.demo;

import dev.tocsin.event.Alert;
import dev.tocsin.event.AlertStatus;
import dev.tocsin.event.Severity;
import dev.tocsin.loadtest.traffic.Story;
import dev.tocsin.loadtest.traffic.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds what was told against what was raised. Safe for several threads. */
final class Scoreboard {
    /** Sending times kept to tell latencies; alerts come within moments. */
    private static final int MAX_SENT = 10_000;

    private final Map<String, Told> toldByAccount = new LinkedHashMap<>();
    private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    private final Map<String, Instant> sent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MAX_SENT;
        }
    };

    /** A story, and the alerts that came about its account. */
    record Told(Story story, List<Heard> heard) {
        /** The first alert of the detector that should speak. */
        Optional<Heard> expected() {
            return heard.stream()
                    .filter(alert -> alert.detector().equals(story.expectation().detector()))
                    .findFirst();
        }
    }

    /** An alert that came. */
    record Heard(String detector, Severity severity, Optional<Duration> latency) {}

    synchronized void tell(Story story) {
        toldByAccount.put(story.accountId(), new Told(story, new ArrayList<>()));
    }

    synchronized void send(String eventId, Instant at) {
        sent.put(eventId, at);
    }

    /** Notes an alert and says how long after its completing event it came, if that was sent by us. */
    synchronized Optional<Duration> hear(Alert alert, Instant arrived) {
        Optional<Duration> latency = completingEvent(alert)
                .flatMap(id -> Optional.ofNullable(sent.get(id)))
                .map(at -> Duration.between(at, arrived));
        if (alert.getStatus() == AlertStatus.RAISED) {
            counts.merge(alert.getSeverity(), 1, Integer::sum);
            Told told = toldByAccount.get(alert.getAccountId());
            if (told != null) {
                told.heard().add(new Heard(alert.getDetector(), alert.getSeverity(), latency));
            }
        }
        return latency;
    }

    private static Optional<String> completingEvent(Alert alert) {
        int size = alert.getEvidence().size();
        return size == 0
                ? Optional.empty()
                : Optional.of(alert.getEvidence().get(size - 1).getEventId());
    }

    synchronized boolean isScripted(String accountId) {
        return toldByAccount.containsKey(accountId);
    }

    /** True when an account's story is told for an alert like this one, or for silence. */
    synchronized boolean isAwaited(Alert alert) {
        Told told = toldByAccount.get(alert.getAccountId());
        String awaited = told == null ? null : told.story().expectation().detector();
        return told != null && (awaited == null || awaited.equals(alert.getDetector()));
    }

    synchronized Map<Severity, Integer> counts() {
        return new EnumMap<>(counts);
    }

    synchronized void forgetCounts() {
        counts.clear();
    }

    synchronized List<Told> told() {
        return List.copyOf(toldByAccount.values());
    }

    /** The headline detectors that said nothing of the takeovers told for them. */
    synchronized Set<String> missing() {
        Set<String> missing = new LinkedHashSet<>(World.headlineDetectors());
        for (Told told : toldByAccount.values()) {
            if (told.story().expectation().isTakeover()) {
                told.expected().ifPresent(alert -> missing.remove(alert.detector()));
            }
        }
        return missing;
    }
}
