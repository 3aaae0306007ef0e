package dev.tocsin.cli;

import dev.tocsin.publishing.ThresholdsPublisher;
import dev.tocsin.thresholds.PublishedVersion;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionLog;
import java.io.PrintWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds the document to show: a published one, or the one in force now. */
final class InForce {
    private final ConfiguredTopic source;
    private final PrintWriter err;

    InForce(ConfiguredTopic source, PrintWriter err) {
        this.source = source;
        this.err = err;
    }

    /** @param version null for the one in force */
    Thresholds find(@Nullable String version) {
        try (ThresholdsPublisher publisher = source.open()) {
            return version == null ? now(publisher.log()) : DocumentNames.published(publisher.log(), version);
        }
    }

    private Thresholds now(VersionLog log) {
        Instant now = Instant.now();
        log.newest()
                .filter(newest -> newest.since().isAfter(now))
                .ifPresent(newest -> err.println("tocsin: " + newest.version() + " is published too and in force from "
                        + newest.since() + "; to change that one: --version " + newest.version()));
        return log.inForceAt(now).map(PublishedVersion::thresholds).orElseGet(source::base);
    }
}
