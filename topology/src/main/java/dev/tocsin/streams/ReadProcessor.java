package dev.tocsin.streams;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.codec.Admission;
import dev.tocsin.codec.InvalidEventException;
import dev.tocsin.metrics.DetectionMetrics;
import dev.tocsin.serde.UndecodableException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Makes an event of a record, or a dead letter. */
final class ReadProcessor extends ContextualProcessor<byte[], byte[], Object, Object> {
    private final EventSource source;
    private final RegistryGate registry;
    private final Standstill standstill;
    private final Admission admission;
    private final DetectionMetrics metrics;

    ReadProcessor(EventSource source, RegistryGate registry, Standstill standstill, DetectionMetrics metrics) {
        this.source = source;
        this.registry = registry;
        this.standstill = standstill;
        this.admission = new Admission(source.maxFuture());
        this.metrics = metrics;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        long begun = standstill.check();
        RecordMetadata stood = context().recordMetadata().orElseThrow();
        try {
            AccountEvent event = decode(record, begun);
            admission.check(event, record.key(), record.timestamp());
            Delivery delivery = new Delivery(event, source.isLogin(), stood.offset());
            context().forward(new Record<>(event.accountId(), delivery, record.timestamp()), Names.DETECT);
        } catch (UndecodableException e) {
            refuse(record, stood, e.reason().label(), String.valueOf(e.getMessage()));
        } catch (InvalidEventException e) {
            refuse(record, stood, e.label(), String.valueOf(e.getMessage()));
        }
    }

    private AccountEvent decode(Record<byte[], byte[]> record, long begun) {
        try {
            return registry.pass(() -> source.decoder().decode(record.value()));
        } finally {
            standstill.checkHeld(begun); // whatever comes of it
        }
    }

    private void refuse(Record<byte[], byte[]> record, RecordMetadata stood, String reason, String detail) {
        metrics.deadLetter(source.type(), reason);
        context().forward(DeadLetter.of(record, stood, reason, detail), Names.DEAD_LETTERS);
    }
}
