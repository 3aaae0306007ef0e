package dev.tocsin.streams;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.codec.InvalidEventException;
import dev.tocsin.metrics.DetectionMetrics;
import dev.tocsin.serde.UndecodableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Makes an event of a record, or a dead letter. */
final class ReadProcessor extends ContextualProcessor<byte[], byte[], Object, Object> {
    private final EventSource source;
    private final RegistryGate registry;
    private final Duration maxFuture;
    private final DetectionMetrics metrics;

    ReadProcessor(EventSource source, RegistryGate registry, Duration maxFuture, DetectionMetrics metrics) {
        this.source = source;
        this.registry = registry;
        this.maxFuture = maxFuture;
        this.metrics = metrics;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata stood = context().recordMetadata().orElseThrow();
        try {
            AccountEvent event = registry.pass(() -> source.decoder().decode(record.value()));
            check(record, event);
            Delivery delivery = new Delivery(event, source.isLogin(), stood.offset());
            context().forward(new Record<>(event.accountId(), delivery, record.timestamp()), Names.DETECT);
        } catch (UndecodableException e) {
            refuse(record, stood, e.reason().label(), String.valueOf(e.getMessage()));
        } catch (InvalidEventException e) {
            refuse(record, stood, e.label(), String.valueOf(e.getMessage()));
        }
    }

    private void check(Record<byte[], byte[]> record, AccountEvent event) {
        if (!Arrays.equals(record.key(), event.accountId().getBytes(StandardCharsets.UTF_8))) {
            throw new InvalidEventException(
                    "key-mismatch",
                    "The record's key is not its account_id, so it may stand in another partition than the account's"
                            + " other events. Send account_id in UTF-8 as the key.");
        }
        Instant latest = Instant.ofEpochMilli(record.timestamp()).plus(maxFuture);
        if (event.occurredAt().isAfter(latest)) {
            throw new InvalidEventException(
                    "from-the-future",
                    "occurred_at is " + event.occurredAt() + ", more than " + maxFuture.toSeconds()
                            + " s after the record's own timestamp. Check the sender's clock.");
        }
    }

    private void refuse(Record<byte[], byte[]> record, RecordMetadata stood, String reason, String detail) {
        metrics.deadLetter(source.type(), reason);
        context().forward(DeadLetter.of(record, stood, reason, detail), Names.DEAD_LETTERS);
    }
}
