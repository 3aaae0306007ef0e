package dev.tocsin.streams;

import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.metrics.DetectionMetrics;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The way of an event through the application.
 *
 * <pre>
 *   logins ──────────▶ read-logins ─────────────┐            ┌──▶ alerts
 *                          │                    ├─▶ detect ──┤
 *   account-changes ─▶ read-account-changes ────┘     │      └──▶ suppressed
 *                          │                       accounts
 *                          └──▶ dead-letters      (one value per account)
 * </pre>
 */
final class LoginAnomalyTopology {
    /**
     * A changelog holds every account's state for ever. Small segments and eager compaction keep it near the size of the
     * state itself, so that a restore does not read what was long overwritten (the broker's default is 1 GiB).
     */
    static final Map<String, String> CHANGELOG = Map.of(
            "segment.bytes", "67108864", "min.cleanable.dirty.ratio", "0.2", "max.compaction.lag.ms", "86400000");

    private LoginAnomalyTopology() {}

    /** Everything that the nodes need. */
    record Parts(
            EventSource logins,
            EventSource accountChanges,
            DetectionEngine engine,
            RegistryGate registry,
            AlertSerializer alerts,
            AlertSerializer suppressed,
            Standstill standstill,
            RecentStates.Room room,
            DetectionMetrics metrics) {
        ProcessorSupplier<byte[], byte[], Object, Object> reader(EventSource source) {
            return () -> new ReadProcessor(source, registry, standstill, metrics);
        }
    }

    static Topology build(Topics topics, Parts parts) {
        return new Topology()
                .addSource(Names.LOGINS, bytes(), bytes(), topics.logins())
                .addSource(Names.ACCOUNT_CHANGES, bytes(), bytes(), topics.accountChanges())
                .addProcessor(Names.READ_LOGINS, parts.reader(parts.logins()), Names.LOGINS)
                .addProcessor(Names.READ_ACCOUNT_CHANGES, parts.reader(parts.accountChanges()), Names.ACCOUNT_CHANGES)
                .addProcessor(
                        Names.DETECT,
                        () -> new DetectionProcessor(parts.engine(), parts.metrics(), parts.room()),
                        Names.READ_LOGINS,
                        Names.READ_ACCOUNT_CHANGES)
                .addStateStore(accounts(), Names.DETECT)
                .addSink(Names.ALERTS, topics.alerts(), new StringSerializer(), parts.alerts(), Names.DETECT)
                .addSink(
                        Names.SUPPRESSED, topics.suppressed(), new StringSerializer(), parts.suppressed(), Names.DETECT)
                .addSink(
                        Names.DEAD_LETTERS,
                        topics.deadLetters(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        Names.READ_LOGINS,
                        Names.READ_ACCOUNT_CHANGES);
    }

    private static ByteArrayDeserializer bytes() {
        return new ByteArrayDeserializer();
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> accounts() {
        return Stores.keyValueStoreBuilder(BatchedStore.inRocksDb(Names.ACCOUNTS), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(CHANGELOG);
    }
}
