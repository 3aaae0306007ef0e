package dev.tocsin.cli;

import dev.tocsin.config.AppConfig;
import dev.tocsin.publishing.ThresholdsPublisher;
import dev.tocsin.publishing.ThresholdsTopic;
import dev.tocsin.thresholds.Thresholds;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The topic that a configuration names, and what is in force beside it.
 *
 * @param file the configuration's thresholds; null for the shipped ones
 */
record ConfiguredTopic(ThresholdsTopic topic, @Nullable Path file) {
    /** Somebody waits for the command, and need not be told every second that a broker is away. */
    private static final Map<String, String> PATIENT =
            Map.of("reconnect.backoff.ms", "1000", "reconnect.backoff.max.ms", "10000");

    static ConfiguredTopic of(AppConfig config) {
        Map<String, String> kafka = new HashMap<>(PATIENT);
        kafka.putAll(config.kafka().map());
        return new ConfiguredTopic(new ThresholdsTopic(config.topics().thresholds(), kafka), config.thresholds());
    }

    ThresholdsPublisher open() {
        return ThresholdsPublisher.open(topic);
    }

    /** In force before the first published version. */
    Thresholds base() {
        return TocsinCommand.thresholds(file);
    }
}
