package dev.tocsin.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In front of a real RocksDB. */
class BatchedStoreTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final TopicPartition CHANGELOG = new TopicPartition("changelog", 0);

    private final KeyValueStore<Bytes, byte[]> rocksDb =
            Stores.persistentKeyValueStore(Names.ACCOUNTS).get();
    private final BatchedStore store = new BatchedStore(rocksDb);
    private final StateStoreContext context;

    BatchedStoreTest(@TempDir Path directory) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "batched");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        context = new MockProcessorContext<Void, Void>(properties, new TaskId(0, 0), directory.toFile())
                .getStateStoreContext();
    }

    @BeforeEach
    void open() {
        store.init(context, store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_waits_is_read() {
        put("ann", "1");
        put("ann", "2");

        assertThat(read(store, "ann")).isEqualTo("2");
        assertThat(read(store, "bob")).isNull();
        assertThat(CompletableFuture.supplyAsync(() -> read(store, "ann")))
                .succeedsWithin(PATIENCE)
                .isEqualTo("2");
    }

    @Test
    void rocksdb_is_given_a_batch_when_there_is_enough_for_one() {
        put("ann", "1");
        store.put(key("bob"), new byte[BatchedStore.BATCH_BYTES]);
        assertThat(read(rocksDb, "ann")).isNull();

        put("cid", "1");

        assertThat(read(rocksDb, "ann")).isEqualTo("1");
        assertThat(rocksDb.get(key("bob"))).hasSize(BatchedStore.BATCH_BYTES);
        assertThat(read(rocksDb, "cid")).isNull();
        assertThat(read(store, "ann")).isEqualTo("1");
    }

    /** The changelog is not given it either. */
    @Test
    void a_state_that_is_refused_because_rocksdb_fails_is_not_kept() {
        store.put(key("ann"), new byte[BatchedStore.BATCH_BYTES]);
        rocksDb.close();
        assertThatThrownBy(() -> put("bob", "1")).isNotNull();
        assertThatThrownBy(() -> store.commit(Map.of(CHANGELOG, 7L))).isNotNull();

        open();

        assertThat(read(store, "bob")).isNull();
        assertThat(store.get(key("ann"))).hasSize(BatchedStore.BATCH_BYTES);
        assertThat(store.committedOffset(CHANGELOG)).isNull();
    }

    /** Else a busy account would write a batch of itself ever again. */
    @Test
    void an_account_that_comes_again_waits_once() {
        for (int i = 0; i < 4; i++) {
            store.put(key("ann"), new byte[BatchedStore.BATCH_BYTES / 2]);
        }

        assertThat(rocksDb.get(key("ann"))).isNull();
    }

    @Test
    void what_is_committed_is_there_after_a_restart() {
        put("ann", "1");
        store.commit(Map.of(CHANGELOG, 7L));

        reopen();

        assertThat(read(store, "ann")).isEqualTo("1");
        assertThat(store.committedOffset(CHANGELOG)).isEqualTo(7);
    }

    /** The changelog has it, from the offset on that was committed last. */
    @Test
    void what_is_not_committed_is_left_to_the_changelog() {
        store.commit(Map.of(CHANGELOG, 7L));
        put("ann", "1");

        reopen();

        assertThat(read(store, "ann")).isNull();
        assertThat(store.committedOffset(CHANGELOG)).isEqualTo(7);
    }

    /** As a standby does with what it reads of the changelog, after an active task has become one. */
    @Test
    void what_goes_straight_into_rocksdb_is_read_once_nothing_waits() {
        put("ann", "1");
        store.commit(Map.of());

        rocksDb.put(key("ann"), bytes("2"));

        assertThat(read(store, "ann")).isEqualTo("2");
    }

    @Test
    void what_waits_can_be_deleted() {
        put("ann", "1");
        assertThat(store.delete(key("ann"))).isEqualTo(bytes("1"));
        put("bob", "1");
        store.put(key("bob"), null);

        assertThat(read(store, "ann")).isNull();
        assertThat(read(store, "bob")).isNull();
    }

    @Test
    void what_waits_is_there_to_be_gone_through() {
        put("ann", "1");
        store.commit(Map.of());
        store.putAll(List.of(KeyValue.pair(key("bob"), bytes("2"))));
        assertThat(store.putIfAbsent(key("bob"), bytes("3"))).isEqualTo(bytes("2"));
        assertThat(store.putIfAbsent(key("cid"), bytes("3"))).isNull();

        assertThat(store.approximateNumEntries()).isEqualTo(3);
        assertThat(keys(store.range(key("b"), key("c")))).containsExactly("bob");
        assertThat(keys(store.all())).containsExactly("ann", "bob", "cid");
    }

    private void reopen() {
        store.close();
        open();
    }

    private void put(String key, String value) {
        store.put(key(key), bytes(value));
    }

    private static @Nullable String read(KeyValueStore<Bytes, byte[]> store, String key) {
        byte[] value = store.get(key(key));
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private static List<String> keys(KeyValueIterator<Bytes, byte[]> entries) {
        List<String> keys = new ArrayList<>();
        try (entries) {
            entries.forEachRemaining(entry -> keys.add(new String(entry.key.get(), StandardCharsets.UTF_8)));
        }
        return keys;
    }

    private static Bytes key(String key) {
        return Bytes.wrap(bytes(key));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
