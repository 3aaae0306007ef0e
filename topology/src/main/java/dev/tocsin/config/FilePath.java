package dev.tocsin.config;

import dev.tocsin.yaml.Value;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What a path in the configuration must look like. */
final class FilePath {
    static final Value<Path> VALUE = new Value<>("a path (~ is not expanded)", FilePath::path);

    private FilePath() {}

    private static Optional<Path> path(String text) {
        if (text.isBlank() || text.startsWith("~")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(text.strip()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
