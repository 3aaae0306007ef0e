package dev.tocsin.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps one sandbox's files, and keeps every other sandbox out of them while it runs. */
final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final boolean isDeletedOnClose;
    private final FileChannel lockFile;

    private DataDirectory(Path root, boolean isDeletedOnClose, FileChannel lockFile) {
        this.root = root;
        this.isDeletedOnClose = isDeletedOnClose;
        this.lockFile = lockFile;
    }

    /** Creates and locks the directory; the operating system drops the lock however this process ends. */
    static DataDirectory open(SandboxOptions options) {
        Path root = options.dataDirectory();
        try {
            Files.createDirectories(root);
            FileChannel lockFile =
                    FileChannel.open(root.resolve("sandbox.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lockFile) == null) {
                lockFile.close();
                throw new SandboxException("Another sandbox is running on " + root
                        + ". Stop it, or choose another directory with --data.");
            }
            return new DataDirectory(root, options.deletedOnClose(), lockFile);
        } catch (IOException e) {
            throw new SandboxException("The data directory " + root + " cannot be used: " + e, e);
        }
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path registry() {
        return root.resolve("registry");
    }

    /** Deletes what earlier sandboxes kept here, and nothing else. */
    void empty() {
        delete(kafka());
        delete(registry());
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (isDeletedOnClose) {
            delete(root);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            // Children sort after their parent, so the reverse order empties a directory before deleting it.
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
