package dev.tocsin.thresholds;

import dev.tocsin.yaml.Section;
import dev.tocsin.yaml.Value;

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
        Tunings everybody = TuningsReader.read(document, Tunings.SHIPPED);
        AllowlistReader.Read allowlists = AllowlistReader.read(document.section("allowlists"));
        return new Thresholds(
                version,
                document.find("effective_from", Value.MOMENT).orElse(null),
                everybody,
                SegmentReader.read(document.section("segments"), everybody),
                allowlists);
    }
}
