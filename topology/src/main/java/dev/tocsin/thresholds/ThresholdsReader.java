package dev.tocsin.thresholds;

import dev.tocsin.alerting.Learning;
import dev.tocsin.detection.DetectorCatalog;
import dev.tocsin.detection.DetectorSettings;
import dev.tocsin.yaml.Section;
import dev.tocsin.yaml.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the thresholds document key by key. */
final class ThresholdsReader {
    /** It is written on every alert and becomes a metric tag. */
    static final int MAX_VERSION = 64;

    private static final Value<String> VERSION = Value.TEXT.where(
            "a name of at most " + MAX_VERSION + " characters such as \"2026-11-22\"",
            name -> name.length() <= MAX_VERSION && name.chars().noneMatch(Character::isISOControl));

    private ThresholdsReader() {}

    static Thresholds read(Section document, String fallbackVersion) {
        String version = document.get("version", VERSION, fallbackVersion);
        Learning learning = SettingsReader.read(document.section("learning"), Learning.DEFAULTS);
        Section detectors = document.section("detectors");
        Map<String, Tuning> tunings = new LinkedHashMap<>();
        for (DetectorCatalog.Item<?> item : DetectorCatalog.items()) {
            tunings.put(item.id(), tuning(detectors.section(item.id()), item));
        }
        return new Thresholds(version, learning, tunings);
    }

    private static Tuning tuning(Section section, DetectorCatalog.Item<?> item) {
        boolean enabled = section.get("enabled", Value.YES_OR_NO, true);
        DetectorSettings settings = SettingsReader.read(section, item.defaults());
        return new Tuning(enabled, settings);
    }
}
