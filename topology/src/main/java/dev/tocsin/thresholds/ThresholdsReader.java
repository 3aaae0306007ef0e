package dev.tocsin.thresholds;

import com.google.common.hash.Hashing;
import dev.tocsin.yaml.Section;
import dev.tocsin.yaml.Value;
import java.nio.charset.StandardCharsets;

/** Reads the thresholds document key by key. */
final class ThresholdsReader {
    /** It is written on every alert and becomes a metric tag. */
    static final int MAX_VERSION = 64;

    private static final Value<String> VERSION = Value.TEXT.where(
            "a name of at most " + MAX_VERSION + " characters such as \"2026-11-22\"",
            name -> name.length() <= MAX_VERSION && name.chars().noneMatch(Character::isISOControl));

    private ThresholdsReader() {}

    /** Who leaves the version out still finds on each alert which text was in force. */
    static Thresholds read(Section document, String text) {
        String sha256 =
                Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
        String version = document.get("version", VERSION, "sha256-" + sha256.substring(0, 12));
        Tunings everybody = TuningsReader.read(document, Tunings.SHIPPED);
        AllowlistReader.Read allowlists = AllowlistReader.read(document.section("allowlists"));
        return new Thresholds(
                text,
                sha256,
                version,
                document.find("effective_from", Value.MOMENT).orElse(null),
                everybody,
                SegmentReader.read(document.section("segments"), everybody),
                allowlists);
    }
}
