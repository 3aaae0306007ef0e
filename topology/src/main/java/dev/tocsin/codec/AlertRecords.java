package dev.tocsin.codec;

import dev.tocsin.alerting.Alert;
import dev.tocsin.detection.Action;
import dev.tocsin.detection.Detector;
import dev.tocsin.detection.DetectorCatalog;
import dev.tocsin.detection.Signal;
import dev.tocsin.detection.Wording;
import dev.tocsin.event.AlertStatus;
import dev.tocsin.event.Evidence;
import dev.tocsin.event.RecommendedAction;
import dev.tocsin.event.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns alerts into the contract's records, and finds the words for them. */
final class AlertRecords {
    private static final Map<String, Detector> NARRATORS = DetectorCatalog.items().stream()
            .map(item -> item.withSettings(item.defaults()))
            .collect(Collectors.toUnmodifiableMap(Detector::id, Function.identity()));

    private static final SameNames<dev.tocsin.detection.Severity, Severity> SEVERITIES =
            new SameNames<>(dev.tocsin.detection.Severity.class, Severity.class);
    private static final SameNames<Action, RecommendedAction> ACTIONS =
            new SameNames<>(Action.class, RecommendedAction.class);

    private AlertRecords() {}

    static dev.tocsin.event.Alert of(AlertMessage message) {
        Alert alert = message.alert();
        Signal signal = alert.signal();
        Optional<Detector> narrator = Optional.ofNullable(NARRATORS.get(signal.detector()));
        Wording wording = narrator.map(detector -> detector.tell(signal.severity(), signal.facts()))
                .orElseGet(() -> ofRemovedDetector(signal));
        return dev.tocsin.event.Alert.newBuilder()
                .setAlertId(alert.alertId())
                .setStatus(message.withdrawn() ? AlertStatus.WITHDRAWN : AlertStatus.RAISED)
                .setAccountId(alert.accountId())
                .setSegment(alert.segment())
                .setDetector(signal.detector())
                .setSeverity(SEVERITIES.of(signal.severity()))
                .setConfidence(signal.confidence())
                .setOccurredAt(alert.occurredAt())
                .setRaisedAt(message.raisedAt())
                .setLate(alert.late())
                .setTitle(wording.title())
                .setSummary(wording.summary())
                .setOwnerMessage(wording.ownerMessage())
                .setRecommendedAction(
                        narrator.map(detector -> action(detector, signal)).orElse(RecommendedAction.REVIEW))
                .setHoldUntil(signal.holdUntil())
                .setEvidence(signal.evidence().stream()
                        .map(item -> new Evidence(item.eventId(), item.what(), item.occurredAt()))
                        .toList())
                .setFacts(signal.facts())
                .setTechniques(narrator.map(detector -> detector.profile().techniques())
                        .orElseGet(List::of))
                .setThresholdsVersion(alert.thresholdsVersion())
                .setSuppressedBy(
                        alert.suppressedBy() == null
                                ? null
                                : alert.suppressedBy().toString())
                .build();
    }

    private static RecommendedAction action(Detector detector, Signal signal) {
        return ACTIONS.of(detector.recommend(signal.severity()));
    }

    /** An alert of an earlier release, said again after an upgrade that dropped its detector. */
    private static Wording ofRemovedDetector(Signal signal) {
        return new Wording(signal.detector(), signal.facts().toString(), "Something unusual happened on your account.");
    }
}
