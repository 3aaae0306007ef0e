package dev.tocsin.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * A store that hands its writes to another one in batches: RocksDB takes a batch at half the price, and an account that comes
 * again meanwhile is written once.
 *
 * <p>It lies below the changelog, which has every write at once, and what waits here is written before the store is told
 * how far of the changelog it has: a crash loses what RocksDB's own memory loses, and a restore brings it back. Nothing is
 * kept that is written, so that what a restore or a standby puts straight into RocksDB is what is read: a task is committed before
 * it becomes a standby, and must put nothing in between. Who looks an account up from another thread sees what waits too.
 */
final class BatchedStore implements KeyValueStore<Bytes, byte[]> {
    /**
     * Of values, some 2,000 of ordinary states: 63,900 events a second without batches became 66,200 with 512 states, 69,500 to
     * 71,100 with 1,024 and 2,048, 73,400 and 74,100 with 4,096, 72,400 with 8,192 ({@code bench}, 50,000 accounts, 2026-11-29).
     * Each partition takes so much of the heap, and a batch holds everything up for as long as it takes: some 4 ms,
     * worked out from a profile.
     */
    static final int BATCH_BYTES = 1 << 20;

    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<Bytes, byte[]> waiting = new ConcurrentHashMap<>();
    private int waitingBytes;

    BatchedStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Stores in RocksDB. */
    static KeyValueBytesStoreSupplier inRocksDb(String name) {
        KeyValueBytesStoreSupplier rocksDb = Stores.persistentKeyValueStore(name);
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return rocksDb.name();
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return new BatchedStore(rocksDb.get());
            }

            @Override
            public String metricsScope() {
                return rocksDb.metricsScope();
            }
        };
    }

    @Override
    public synchronized void put(Bytes key, byte @Nullable [] value) {
        if (value == null) {
            delete(key);
            return;
        }
        if (waitingBytes >= BATCH_BYTES) {
            write(); // before: when that fails, this write was never made
        }
        byte[] overtaken = waiting.put(key, value);
        waitingBytes += value.length - (overtaken == null ? 0 : overtaken.length);
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        byte[] value = waiting.get(key);
        return value == null ? store.get(key) : value; // what is written stops waiting only after that
    }

    private synchronized void write() {
        if (waiting.isEmpty()) {
            return;
        }
        List<KeyValue<Bytes, byte[]>> batch = new ArrayList<>(waiting.size());
        waiting.forEach((key, value) -> batch.add(KeyValue.pair(key, value)));
        store.putAll(batch);
        forget();
    }

    private void forget() {
        waiting.clear();
        waitingBytes = 0;
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        write();
        store.commit(changelogOffsets);
    }

    /** What waits is not written: the store has not been told of it, so a restore brings it back. */
    @Override
    public synchronized void close() {
        try {
            store.close();
        } finally {
            forget(); // afterwards: whoever looks up meanwhile finds the newest state or a closed store
        }
    }

    @Override
    public synchronized void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public synchronized byte @Nullable [] putIfAbsent(Bytes key, byte @Nullable [] value) {
        byte[] before = get(key);
        if (before == null) {
            put(key, value);
        }
        return before;
    }

    @Override
    public synchronized byte @Nullable [] delete(Bytes key) {
        write();
        return store.delete(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        write();
        return store.range(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        write();
        return store.all();
    }

    @Override
    public long approximateNumEntries() {
        return store.approximateNumEntries() + waiting.size();
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        store.init(context, root);
    }

    @Override
    public boolean persistent() {
        return store.persistent();
    }

    @Override
    @SuppressWarnings("deprecation") // and yet the answer decides who keeps the offsets
    public boolean managesOffsets() {
        return store.managesOffsets();
    }

    @Override
    public @Nullable Long committedOffset(TopicPartition partition) {
        return store.committedOffset(partition);
    }

    @Override
    public boolean isOpen() {
        return store.isOpen();
    }

    @Override
    public Position getPosition() {
        return store.getPosition();
    }
}
