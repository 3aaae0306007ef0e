package dev.tocsin.thresholds;

import dev.tocsin.alerting.Learning;
import dev.tocsin.detection.DetectorCatalog;
import dev.tocsin.detection.DetectorSettings;
import dev.tocsin.yaml.Section;
import dev.tocsin.yaml.Value;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the thresholds document key by key. */
final class ThresholdsReader {
    /** It is written on every alert and becomes a metric tag. */
    static final int MAX_VERSION = 64;

    private static final Value<String> VERSION = Value.TEXT.where(
            "a name of at most " + MAX_VERSION + " characters such as \"2026-11-22\"",
            name -> name.length() <= MAX_VERSION && name.chars().noneMatch(Character::isISOControl));

    private static final Value<Instant> EFFECTIVE_FROM =
            new Value<>("a time with its zone such as \"2026-12-01T00:00:00Z\"", ThresholdsReader::instant);

    private ThresholdsReader() {}

    /** Who leaves the version out still finds on each alert which text was in force. */
    static Thresholds read(Section document, String text) {
        String version = document.get(
                "version", VERSION, "sha256-" + Thresholds.sha256(text).substring(0, 12));
        Learning learning = SettingsReader.read(document.section("learning"), Learning.DEFAULTS);
        Section detectors = document.section("detectors");
        Map<String, Tuning> tunings = new LinkedHashMap<>();
        for (DetectorCatalog.Item<?> item : DetectorCatalog.items()) {
            tunings.put(item.id(), tuning(detectors.section(item.id()), item));
        }
        return new Thresholds(
                text, version, document.find("effective_from", EFFECTIVE_FROM).orElse(null), learning, tunings);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()))
                    .filter(time -> time.getYear() >= 2000 && time.getYear() <= 9999)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Tuning tuning(Section section, DetectorCatalog.Item<?> item) {
        boolean enabled = section.get("enabled", Value.YES_OR_NO, true);
        DetectorSettings settings = SettingsReader.read(section, item.defaults());
        return new Tuning(enabled, settings);
    }
}
