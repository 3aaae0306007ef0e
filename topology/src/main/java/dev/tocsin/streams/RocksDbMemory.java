package dev.tocsin.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Keeps what RocksDB holds in memory within one bound, however many partitions an instance gets.
 *
 * <p>Kafka Streams' own settings are per store: 50 MiB of blocks and 48 MiB of write buffers for each partition, and what
 * partitions come is known only once they are there. Here all stores share one cache, to which write buffers, indexes and
 * filters are charged. The bound is not strict, because a strict one fails writes: RocksDB may exceed it for moments by what
 * is in use, and holds some more beside it (iterators, compaction's buffers).
 */
public final class RocksDbMemory implements RocksDBConfigSetter {
    /** Key in Kafka Streams' properties; a {@code Long}, in bytes. */
    static final String BYTES_CONFIG = "tocsin.rocksdb.memory.bytes";

    /** Of the bound; blocks that are read again need the rest. */
    private static final double WRITE_BUFFERS = 0.5;

    /** Of the cache; indexes and filters, read for every key, are evicted after blocks. */
    private static final double INDEXES = 0.3;

    private static final int DEFAULT_SHARDS = -1;

    /**
     * Of each write buffer, for a filter of the keys in it: most accounts that have to be looked up are not there, and to find
     * that out takes a search with a dozen misses of the processor's cache. With a million accounts 41,300 events a second
     * instead of 36,800; a quarter of this brought less.
     */
    private static final double FILTERS = 0.02;

    /** For the process, as its memory is; never freed, since stores come and go while it lives. */
    private static @Nullable Shared shared;

    private record Shared(Cache cache, WriteBufferManager writeBuffers) {
        static Shared of(long bytes) {
            Cache cache = new LRUCache(bytes, DEFAULT_SHARDS, false, INDEXES);
            return new Shared(cache, new WriteBufferManager((long) (bytes * WRITE_BUFFERS), cache));
        }
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (!(configs.get(BYTES_CONFIG) instanceof Long bytes)) {
            throw new IllegalArgumentException(BYTES_CONFIG + " is missing");
        }
        Shared memory = shared(bytes);
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache());
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(memory.writeBuffers());
        options.setMemtablePrefixBloomSizeRatio(FILTERS);
        options.setMemtableWholeKeyFiltering(true);
    }

    /** The first application of the process decides how much. */
    private static synchronized Shared shared(long bytes) {
        Shared found = shared;
        if (found == null) {
            found = Shared.of(bytes);
            shared = found;
        }
        return found;
    }

    /** Closes nothing: other stores use the same memory. */
    @Override
    public void close(String storeName, Options options) {}
}
