package dev.tocsin.cli;

import dev.tocsin.publishing.ThresholdsPublisher;
import dev.tocsin.publishing.ThresholdsTopic;
import dev.tocsin.thresholds.Thresholds;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The topic that a configuration names, and what is in force beside it.
 *
 * @param file the configuration's thresholds; null for the shipped ones
 */
record ConfiguredTopic(ThresholdsTopic topic, @Nullable Path file) {
    ThresholdsPublisher open() {
        return ThresholdsPublisher.open(topic);
    }

    /** In force before the first published version. */
    Thresholds base() {
        return file == null ? Thresholds.defaults() : Thresholds.read(file);
    }
}
