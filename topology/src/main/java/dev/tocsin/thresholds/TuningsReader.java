package dev.tocsin.thresholds;

import dev.tocsin.alerting.Severities;
import dev.tocsin.detection.DetectorCatalog;
import dev.tocsin.detection.Severity;
import dev.tocsin.yaml.Section;
import dev.tocsin.yaml.Value;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what tunes the detectors, at the top of the document or in a segment; what is missing stays as it was. */
final class TuningsReader {
    static final List<String> MODES = List.of("live", "shadow");

    /** True for shadow. */
    private static final Value<Boolean> MODE = Value.oneOf(
            String.join(", ", MODES),
            text -> MODES.contains(text) ? Optional.of(text.equals("shadow")) : Optional.empty());

    private static final Value<Severity> SEVERITY = Value.oneOf(
            Arrays.stream(Severity.values()).map(Severity::name).collect(Collectors.joining(", ")),
            text -> Arrays.stream(Severity.values())
                    .filter(severity -> severity.name().equals(text))
                    .findFirst());

    private final Section section;
    private final Tunings base;
    private final Optional<Boolean> mode;

    private TuningsReader(Section section, Tunings base) {
        this.section = section;
        this.base = base;
        this.mode = section.find("mode", MODE);
    }

    static Tunings read(Section section, Tunings base) {
        return new TuningsReader(section, base).read();
    }

    private Tunings read() {
        Section detectors = section.section("detectors");
        Map<String, Tuning> tunings = new LinkedHashMap<>();
        for (DetectorCatalog.Item<?> item : DetectorCatalog.items()) {
            tunings.put(item.id(), tuning(detectors.section(item.id()), base.of(item.id())));
        }
        return new Tunings(SettingsReader.read(section.section("learning"), base.learning()), tunings);
    }

    private Tuning tuning(Section detector, Tuning was) {
        return new Tuning(
                detector.get("enabled", Value.YES_OR_NO, was.enabled()),
                detector.get("mode", MODE, mode.orElse(was.shadow())),
                severities(detector.section("severity"), was.severities()),
                SettingsReader.read(detector, was.settings()));
    }

    private static Severities severities(Section section, Severities was) {
        Map<Severity, Severity> given = new EnumMap<>(Severity.class);
        for (Severity own : Severity.values()) {
            section.find(own.name(), SEVERITY).ifPresent(other -> given.put(own, other));
        }
        try {
            return was.with(given);
        } catch (IllegalArgumentException overlap) {
            section.fault(String.valueOf(overlap.getMessage()));
            return was;
        }
    }
}
