package dev.tocsin.loadtest.chaos;

import dev.tocsin.event.Alert;
import dev.tocsin.event.AlertStatus;
import java.time.Instant;
import java.util.List;

/**
 * What must be the same in an alert whoever raised it, and whenever.
 *
 * @param evidence ids of the events that it rests on, in order
 */
record Verdict(String account, String detector, String severity, Instant occurredAt, List<String> evidence) {
    static Verdict of(dev.tocsin.alerting.Alert alert) {
        return new Verdict(
                alert.accountId(),
                alert.signal().detector(),
                alert.signal().severity().name(),
                alert.occurredAt(),
                alert.signal().evidence().stream()
                        .map(item -> item.eventId() + ' ' + item.what() + ' ' + item.occurredAt())
                        .toList());
    }

    static Verdict of(Alert alert) {
        return new Verdict(
                alert.getAccountId(),
                alert.getDetector(),
                alert.getSeverity().name(),
                alert.getOccurredAt(),
                alert.getEvidence().stream()
                        .map(item -> item.getEventId() + ' ' + item.getWhat() + ' ' + item.getOccurredAt())
                        .toList());
    }

    static boolean stands(Alert alert) {
        return alert.getStatus() == AlertStatus.RAISED;
    }
}
