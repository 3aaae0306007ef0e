package dev.tocsin.codec;

import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.AlertId;
import dev.tocsin.detection.Evidence;
import dev.tocsin.detection.Severity;
import dev.tocsin.detection.Signal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A raised alert in the state; its id is made again from what it is made of. */
final class AlertBytes {
    private static final int LATE = 1;
    private static final int HOLD = 2;
    private static final Codes<Severity> SEVERITIES = new Codes<>(Severity.class);

    private AlertBytes() {}

    static void write(Out out, Alert alert) {
        Signal signal = alert.signal();
        out.number((alert.late() ? LATE : 0) | (signal.holdUntil() == null ? 0 : HOLD));
        out.text(alert.segment()).millis(alert.occurredAt().toEpochMilli()).text(alert.thresholdsVersion());
        out.text(signal.detector())
                .number(SEVERITIES.of(signal.severity()))
                .number(signal.confidence())
                .text(signal.discriminator());
        out.number(signal.evidence().size());
        for (Evidence item : signal.evidence()) {
            out.text(item.eventId()).text(item.what()).millis(item.occurredAt().toEpochMilli());
        }
        out.number(signal.facts().size());
        signal.facts().forEach((name, value) -> out.text(name).text(value));
        if (signal.holdUntil() != null) {
            out.millis(signal.holdUntil().toEpochMilli());
        }
    }

    static Alert read(In in, String accountId) {
        int flags = in.small();
        String segment = in.text();
        Instant occurredAt = Instant.ofEpochMilli(in.millis());
        String version = in.text();
        String detector = in.text();
        Severity severity = SEVERITIES.constant(in.small());
        int confidence = in.small();
        String discriminator = in.text();
        List<Evidence> evidence = evidence(in);
        Map<String, String> facts = facts(in);
        @Nullable Instant hold = SourceBytes.has(flags, HOLD) ? Instant.ofEpochMilli(in.millis()) : null;
        Signal signal = new Signal(detector, severity, confidence, discriminator, evidence, facts, hold);
        String id = AlertId.of(accountId, detector, evidence);
        boolean late = SourceBytes.has(flags, LATE);
        return new Alert(id, accountId, segment, signal, occurredAt, late, version, null);
    }

    private static List<Evidence> evidence(In in) {
        int size = in.small();
        List<Evidence> evidence = In.listOf(size);
        for (int i = 0; i < size; i++) {
            evidence.add(new Evidence(in.text(), in.text(), Instant.ofEpochMilli(in.millis())));
        }
        return evidence;
    }

    private static Map<String, String> facts(In in) {
        Map<String, String> facts = new LinkedHashMap<>();
        int size = in.small();
        for (int i = 0; i < size; i++) {
            facts.put(in.text(), in.text());
        }
        return Collections.unmodifiableMap(facts);
    }
}
