package dev.tocsin.alerting;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.Mark;
import dev.tocsin.detection.Evidence;
import dev.tocsin.detection.Moment;
import dev.tocsin.detection.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signal with everything an alert service needs to act on it, except words, which are made where it leaves.
 *
 * @param occurredAt event time of the event that completed the story
 * @param late an event of the story came later than the grace
 * @param thresholdsVersion the version that judged it
 * @param suppressedBy what silenced it, null when nothing did
 */
public record Alert(
        String alertId,
        String accountId,
        String segment,
        Signal signal,
        Instant occurredAt,
        boolean late,
        String thresholdsVersion,
        @Nullable Suppression suppressedBy) {

    static Alert of(Moment moment, Signal signal, String version, @Nullable Suppression suppressedBy) {
        AccountEvent event = moment.event();
        // the end of the story; a late event may have begun it
        Instant completed = signal.evidence().get(signal.evidence().size() - 1).occurredAt();
        return new Alert(
                AlertId.of(event.accountId(), signal.detector(), signal.evidence()),
                event.accountId(),
                event.segment(),
                signal,
                completed,
                moment.late(),
                version,
                suppressedBy);
    }

    /** Upper bound of the bytes that the alert takes in storage. */
    public int footprint() {
        int bytes = 80;
        for (Evidence item : signal.evidence()) {
            bytes += 12 + utf8(item.eventId()) + utf8(item.what());
        }
        for (Map.Entry<String, String> fact : signal.facts().entrySet()) {
            bytes += 2 + utf8(fact.getKey()) + utf8(fact.getValue());
        }
        return bytes + utf8(segment) + utf8(thresholdsVersion) + utf8(signal.discriminator());
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    Mark mark(Mark.Trail trail) {
        return new Mark(signal.key(), signal.severity().rank(), occurredAt.toEpochMilli(), trail);
    }
}
