package dev.tocsin.loadtest.bench;

import dev.tocsin.streams.StreamsOptions;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The least that a detector with one value per account can do: get it, change some bytes, put it, and send out one record in
 * {@value #ONE_IN}.
 *
 * <p>Bytes are random, so that compression does not make them less than they are.
 */
final class GetPut extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
    static final int ONE_IN = 100;

    private static final String STORE = "values";
    private static final int VALUE_BYTES = 300;
    private static final int CHANGED_BYTES = 24;

    private final SplittableRandom random = new SplittableRandom(1);
    private @Nullable KeyValueStore<byte[], byte[]> values;

    static Topology topology(Assignment assignment) {
        return new Topology()
                .addSource(
                        "events",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        TopicNames.logins(assignment.input()),
                        TopicNames.changes(assignment.input()))
                .addProcessor("get-put", GetPut::new, "events")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                        Stores.persistentKeyValueStore(STORE), Serdes.ByteArray(), Serdes.ByteArray())
                                .withCachingDisabled()
                                .withLoggingEnabled(StreamsOptions.changelogSettings()),
                        "get-put")
                .addSink(
                        "some",
                        TopicNames.output(assignment.application()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        "get-put");
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        super.init(context);
        values = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        KeyValueStore<byte[], byte[]> store = Objects.requireNonNull(values, "init comes first");
        byte[] before = store.get(record.key());
        byte[] after = before == null ? fresh() : changed(before);
        store.put(record.key(), after);
        // By offset, so that the number of outputs is known however often the process stops.
        if (context().recordMetadata().orElseThrow().offset() % ONE_IN == 0) {
            context().forward(record);
        }
    }

    private byte[] fresh() {
        byte[] value = new byte[VALUE_BYTES];
        random.nextBytes(value);
        return value;
    }

    private byte[] changed(byte[] before) {
        byte[] value = before.clone();
        int at = random.nextInt(VALUE_BYTES - CHANGED_BYTES);
        for (int i = 0; i < CHANGED_BYTES; i += Long.BYTES) {
            put(value, at + i, random.nextLong());
        }
        return value;
    }

    private static void put(byte[] value, int at, long bits) {
        for (int i = 0; i < Long.BYTES; i++) {
            value[at + i] = (byte) (bits >>> (8 * i));
        }
    }
}
