package dev.tocsin.streams;

import dev.tocsin.alerting.Alert;
import dev.tocsin.codec.AlertMessage;
import dev.tocsin.codec.StateCodec;
import dev.tocsin.codec.StoredAccount;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.engine.Outcome;
import dev.tocsin.metrics.DetectionMetrics;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Takes an event into its account's state and sends out what that changes: one get at most, one put. */
final class DetectionProcessor extends ContextualProcessor<String, Delivery, Object, Object> {
    private final DetectionEngine engine;
    private final DetectionMetrics metrics;
    private final RecentStates.Room room;
    private @Nullable KeyValueStore<String, byte[]> accounts;
    private @Nullable RecentStates recent;

    DetectionProcessor(DetectionEngine engine, DetectionMetrics metrics, RecentStates.Room room) {
        this.engine = engine;
        this.metrics = metrics;
        this.room = room;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        super.init(context);
        accounts = context.getStateStore(Names.ACCOUNTS);
        close(); // a task that lost its store is initialised again
        recent = room.open();
    }

    @Override
    public void process(Record<String, Delivery> record) {
        long start = System.nanoTime();
        Delivery delivery = record.value();
        byte[] remembered = recent().get(record.key());
        byte[] bytes = remembered == null ? accounts().get(record.key()) : remembered;
        StoredAccount stored = StateCodec.read(bytes, record.key());
        boolean redelivered = delivery.isTakenIn(stored);
        Outcome outcome = redelivered
                ? engine.repeat(stored.state(), delivery.event())
                : engine.apply(stored.state(), delivery.event());
        int stateBytes = outcome.isRepetition() ? 0 : write(record.key(), delivery, stored, outcome);
        long engineNanos = System.nanoTime() - start;

        long now = context().currentSystemTimeMs();
        outcome.withdrawn().forEach(alert -> send(record, alert, true, Names.ALERTS, now));
        outcome.raised().forEach(alert -> send(record, alert, false, Names.ALERTS, now));
        outcome.suppressed().forEach(alert -> send(record, alert, false, Names.SUPPRESSED, now));
        metrics.taken(new DetectionMetrics.Taken(
                delivery.type(),
                outcome,
                redelivered,
                remembered != null,
                engineNanos,
                stateBytes,
                delivery.event().atMillis(),
                record.timestamp(),
                now));
    }

    private int write(String account, Delivery delivery, StoredAccount stored, Outcome outcome) {
        byte[] bytes = StateCodec.write(delivery.takenInto(stored, outcome.state()), account);
        accounts().put(account, bytes);
        recent().put(account, bytes);
        return bytes.length;
    }

    private void send(Record<String, Delivery> cause, Alert alert, boolean withdrawn, String sink, long now) {
        AlertMessage message = new AlertMessage(alert, withdrawn, Instant.ofEpochMilli(now));
        context().forward(new Record<>(cause.key(), message, cause.timestamp()), sink);
    }

    @Override
    public void close() {
        if (recent != null) {
            recent.close();
            recent = null;
        }
    }

    private RecentStates recent() {
        return Objects.requireNonNull(recent, "init comes first");
    }

    private KeyValueStore<String, byte[]> accounts() {
        return Objects.requireNonNull(accounts, "init comes first");
    }
}
