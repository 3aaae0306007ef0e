package dev.tocsin.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.streams.state.internals.BlockBasedTableConfigWithAccessibleCache;
import org.junit.jupiter.api.Test;
import org.rocksdb.Cache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

/** One bound for all stores of the process. */
class RocksDbMemoryTest {
    static {
        RocksDB.loadLibrary();
    }

    private static final Map<String, Object> CONFIGS = Map.of(RocksDbMemory.BYTES_CONFIG, 64L << 20);

    private final RocksDbMemory memory = new RocksDbMemory();

    @Test
    void every_store_charges_blocks_indexes_and_write_buffers_to_one_cache() {
        try (Options one = new Options();
                Options other = new Options()) {
            Cache first = configured(one).blockCache();
            Cache second = configured(other).blockCache();

            assertThat(first).isSameAs(second);
            assertThat(one.writeBufferManager()).isSameAs(other.writeBufferManager());
        }
    }

    @Test
    void closing_one_store_leaves_the_memory_to_the_others() {
        try (Options one = new Options();
                Options other = new Options()) {
            configured(one);
            configured(other);
            memory.close("one", one);

            assertThat(other.writeBufferManager().isOwningHandle()).isTrue();
        }
    }

    @Test
    void a_store_without_a_bound_is_refused() {
        try (Options options = new Options()) {
            assertThatThrownBy(() -> memory.setConfig("store", options, Map.of()))
                    .hasMessageContaining(RocksDbMemory.BYTES_CONFIG);
        }
    }

    private BlockBasedTableConfigWithAccessibleCache configured(Options options) {
        options.setTableFormatConfig(new BlockBasedTableConfigWithAccessibleCache());
        memory.setConfig("store", options, CONFIGS);
        BlockBasedTableConfigWithAccessibleCache table =
                (BlockBasedTableConfigWithAccessibleCache) options.tableFormatConfig();
        assertThat(table.cacheIndexAndFilterBlocks()).isTrue();
        return table;
    }
}
