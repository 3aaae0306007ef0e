package dev.tocsin.config;

import dev.tocsin.yaml.Section;
import dev.tocsin.yaml.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides where the local copy of the state lives, and keeps it out of folders that the system empties. */
final class StateDir {
    private static final String KEY = "state-dir";

    private StateDir() {}

    /**
     * Reads the keys.
     *
     * @param base what a relative path is relative to
     */
    static Path read(Section document, Path base, Map<String, String> environment) {
        boolean allowTemporary = document.get("allow-temporary-state", Value.YES_OR_NO, false);
        boolean given = document.has(KEY);
        Optional<Path> dir = document.find(KEY, FilePath.VALUE)
                .map(base::resolve)
                .map(Path::normalize)
                .or(() -> given ? Optional.empty() : home(environment));
        if (dir.isPresent()) {
            check(document, dir.get(), allowTemporary);
        } else if (!given) {
            document.fault(KEY, "is missing, and the environment names no home folder to keep the state in");
        }
        return dir.orElse(base);
    }

    private static void check(Section document, Path dir, boolean allowTemporary) {
        if (!allowTemporary && isTemporary(dir)) {
            document.fault(
                    KEY,
                    dir + " is emptied by the system now and then, and all state would be read again from Kafka;"
                            + " choose another folder, or set allow-temporary-state: true");
        }
        if (Files.exists(dir) && !Files.isDirectory(dir)) {
            document.fault(KEY, dir + " is a file; expected a folder");
        }
    }

    /** Where the XDG base directory specification wants a user's data. */
    private static Optional<Path> home(Map<String, String> environment) {
        return absolute(environment.get("XDG_DATA_HOME"))
                .or(() -> absolute(environment.get("HOME")).map(home -> home.resolve(".local/share")))
                .map(home -> home.resolve("tocsin"));
    }

    private static Optional<Path> absolute(@Nullable String path) {
        return path == null ? Optional.empty() : Optional.of(Path.of(path)).filter(Path::isAbsolute);
    }

    private static boolean isTemporary(Path dir) {
        return Stream.of("/tmp", "/var/tmp", "/dev/shm", System.getProperty("java.io.tmpdir"))
                .anyMatch(dir::startsWith);
    }
}
