package dev.tocsin.cli;

import dev.tocsin.publishing.ThresholdsPublisher;
import dev.tocsin.thresholds.PublishedVersion;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionLog;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the document that a word on the command line stands for: a file, the shipped one, a published one. */
final class DocumentNames {
    static final String SHIPPED = "shipped";
    private static final String PUBLISHED = "published";

    private final @Nullable ConfiguredTopic source;
    private @Nullable VersionLog log;

    /** @param source null when no configuration was given */
    DocumentNames(@Nullable ConfiguredTopic source) {
        this.source = source;
    }

    Thresholds find(String name) {
        if (name.equals(SHIPPED)) {
            return Thresholds.defaults();
        }
        if (name.equals(PUBLISHED)) {
            return log().newest()
                    .map(PublishedVersion::thresholds)
                    .orElseThrow(() -> new UserMistake("nothing is published yet"));
        }
        if (name.startsWith(PUBLISHED + ':')) {
            return published(log(), name.substring(PUBLISHED.length() + 1));
        }
        try {
            return Thresholds.read(Path.of(name));
        } catch (InvalidPathException e) {
            throw new UserMistake(name + " is no file's name: " + e.getReason());
        }
    }

    static Thresholds published(VersionLog log, String version) {
        return log.find(version)
                .map(PublishedVersion::thresholds)
                .orElseThrow(() -> new UserMistake("no version " + version + " is published; there "
                        + (log.versions().isEmpty() ? "is none" : "are " + names(log))));
    }

    private static String names(VersionLog log) {
        return log.versions().stream().map(PublishedVersion::version).collect(Collectors.joining(", "));
    }

    private VersionLog log() {
        if (source == null) {
            throw new UserMistake("--config must say where thresholds are published");
        }
        VersionLog known = log;
        if (known == null) {
            try (ThresholdsPublisher publisher = source.open()) {
                known = publisher.log();
            }
            log = known;
        }
        return known;
    }
}
