package dev.tocsin.enrich;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that a database's file has changed, and reads it again once it stands still.
 *
 * <p>A change is believed when two looks in a row see the same file, so that one which is being written is not read half.
 * Used by one thread at a time.
 */
final class WatchedFile {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);

    private final DatabaseKind kind;
    private final Path file;
    private final ReloadListener listener;
    private Stamp loaded = Stamp.NONE;
    private Stamp seen = Stamp.NONE;
    private String trouble = "";

    WatchedFile(DatabaseKind kind, Path file, ReloadListener listener) {
        this.kind = kind;
        this.file = file;
        this.listener = listener;
    }

    /** By what a file is told from the one before: a rename changes the key even if size and time are the same. */
    private record Stamp(
            long size, FileTime modified, @Nullable Object fileKey) {
        static final Stamp NONE = new Stamp(-1, FileTime.fromMillis(0), null);

        static Stamp of(Path file) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(now.size(), now.lastModifiedTime(), now.fileKey());
            } catch (IOException notThere) {
                return NONE;
            }
        }
    }

    DatabaseKind kind() {
        return kind;
    }

    Database load() throws UnusableDatabaseException {
        Stamp before = Stamp.of(file);
        Database database = Database.load(kind, file);
        loaded = before;
        seen = before;
        trouble = "";
        LOG.info("{}: {}", kind.key(), database);
        return database;
    }

    /** The database anew, if the file has changed and can be used. */
    Optional<Database> reload() {
        Stamp now = Stamp.of(file);
        boolean standsStill = now.equals(seen);
        seen = now;
        if (!standsStill || now.equals(loaded)) {
            return Optional.empty();
        }
        try {
            return Optional.of(load());
        } catch (UnusableDatabaseException e) {
            failed(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void failed(String sentence) {
        listener.reloadFailed(kind);
        if (!sentence.equals(trouble)) { // once, and not at every look
            LOG.warn("{}: the old database stays in use: {}", kind.key(), sentence);
        }
        trouble = sentence;
    }
}
