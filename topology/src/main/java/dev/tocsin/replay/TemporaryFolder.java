package dev.tocsin.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is gone with the process, unless that is killed. */
final class TemporaryFolder implements AutoCloseable {
    private final Path path;
    private final Thread whenStopped = new Thread(this::delete, "delete-temporary-folder");

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    static TemporaryFolder in(Path parent) throws IOException {
        TemporaryFolder folder = new TemporaryFolder(Files.createTempDirectory(parent, "tocsin-replay-"));
        Runtime.getRuntime().addShutdownHook(folder.whenStopped);
        return folder;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(whenStopped);
        } catch (IllegalStateException stopping) {
            // it runs already, and finds nothing left
        }
    }

    /** Whoever still writes while the process stops may make a file that was not there a moment ago: so twice. */
    private void delete() {
        deleteOnce();
        deleteOnce();
    }

    private void deleteOnce() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException gone) {
            // what is left is in a folder for temporary files
        }
    }
}
