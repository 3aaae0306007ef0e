package dev.tocsin.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;

/**
 * Accounts that do not fit in memory: RocksDB in a folder of its own, made when the first one comes and deleted in the end,
 * also when the process is told to stop. Safe for many threads.
 *
 * <p>Outside the heap it takes up to {@value #BLOCK_CACHE_BYTES} bytes for what it reads and three times
 * {@value #WRITE_BUFFER_BYTES} for what it writes.
 */
final class Spill implements AutoCloseable {
    private static final long BLOCK_CACHE_BYTES = 128 << 20;
    private static final long WRITE_BUFFER_BYTES = 48 << 20;
    private static final double BLOOM_BITS = 10;

    private final Path parent;
    private final List<AutoCloseable> owned = new ArrayList<>();
    private volatile @Nullable RocksDB database;
    private @Nullable WriteOptions writing;
    private @Nullable TemporaryFolder folder;

    /** @param parent where the folder is made */
    Spill(Path parent) {
        this.parent = parent;
    }

    byte @Nullable [] get(String id) {
        RocksDB open = database;
        if (open == null) {
            return null;
        }
        try {
            return open.get(key(id));
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    void put(String id, byte[] value) {
        RocksDB open = database == null ? open() : database;
        try {
            open.put(writing, key(id), value);
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    boolean isUsed() {
        return database != null;
    }

    /** Everything that was ever put, in the order of the ids' bytes. */
    void forEach(BiConsumer<String, byte[]> action) {
        RocksDB open = database;
        if (open == null) {
            return;
        }
        try (RocksIterator iterator = open.newIterator()) {
            for (iterator.seekToFirst(); iterator.isValid(); iterator.next()) {
                action.accept(new String(iterator.key(), StandardCharsets.UTF_8), iterator.value());
            }
            iterator.status();
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    private static byte[] key(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    private synchronized RocksDB open() {
        RocksDB already = database;
        if (already != null) {
            return already;
        }
        try {
            folder = TemporaryFolder.in(parent);
            RocksDB.loadLibrary();
            writing = own(new WriteOptions().setDisableWAL(true)); // nobody comes back to it after a crash
            RocksDB opened = own(RocksDB.open(options(), folder.path().toString()));
            database = opened;
            return opened;
        } catch (AccessDeniedException e) {
            throw new ReplayException(
                    "you may not write to the temporary folder " + parent + "; give another with --temp");
        } catch (NoSuchFileException e) {
            throw new ReplayException(
                    "there is no folder " + parent + " for temporary files; give another with --temp");
        } catch (IOException e) {
            throw new ReplayException(
                    "nothing can be written to the temporary folder " + parent + ": " + e.getMessage());
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    private Options options() {
        BlockBasedTableConfig table = new BlockBasedTableConfig()
                .setBlockCache(own(new LRUCache(BLOCK_CACHE_BYTES)))
                .setFilterPolicy(own(new BloomFilter(BLOOM_BITS)))
                .setCacheIndexAndFilterBlocks(true);
        return own(new Options())
                .setCreateIfMissing(true)
                .setTableFormatConfig(table)
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setMaxWriteBufferNumber(3)
                .setMaxBackgroundJobs(2)
                .setCompactionStyle(CompactionStyle.UNIVERSAL) // most values are soon written anew
                .setCompressionType(CompressionType.NO_COMPRESSION) // hashes, which do not shrink
                .setMaxOpenFiles(200);
    }

    private <T extends AutoCloseable> T own(T resource) {
        owned.add(resource);
        return resource;
    }

    private ReplayException failed(RocksDBException e) {
        return new ReplayException(
                "accounts cannot be put aside in the temporary folder " + parent + ": " + e.getMessage()
                        + "; give another with --temp, or more --memory",
                e);
    }

    /** Closes what the last thread has left, and deletes the folder. */
    @Override
    public synchronized void close() {
        database = null;
        Collections.reverse(owned);
        for (AutoCloseable resource : owned) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException(e); // no RocksDB object throws
            }
        }
        owned.clear();
        if (folder != null) {
            folder.close();
        }
    }
}
