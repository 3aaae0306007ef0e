package dev.tocsin.thresholds;

import dev.tocsin.alerting.Learning;
import dev.tocsin.alerting.Rules;
import dev.tocsin.detection.Detector;
import dev.tocsin.detection.DetectorCatalog;
import dev.tocsin.engine.RuleBook;
import dev.tocsin.engine.SelfCheck;
import dev.tocsin.yaml.Faults;
import dev.tocsin.yaml.Overrides;
import dev.tocsin.yaml.Section;
import dev.tocsin.yaml.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How everything is tuned: one version of the thresholds document. Immutable.
 *
 * <p>A document may leave out what it does not change.
 */
public final class Thresholds {
    private static final Thresholds DEFAULTS = parse("the shipped thresholds", shippedDocument());

    private final String text;
    private final String version;
    private final @Nullable Instant effectiveFrom;
    private final Learning learning;
    private final Map<String, Tuning> tunings;
    private final Rules rules;

    Thresholds(
            String text,
            String version,
            @Nullable Instant effectiveFrom,
            Learning learning,
            Map<String, Tuning> tunings) {
        this.text = text;
        this.version = version;
        this.effectiveFrom = effectiveFrom;
        this.learning = learning;
        this.tunings = tunings;
        this.rules = new Rules(version, detectors(tunings), learning);
    }

    private static List<Detector> detectors(Map<String, Tuning> tunings) {
        return DetectorCatalog.items().stream()
                .filter(item -> tuning(tunings, item.id()).enabled())
                .map(item -> item.withSettings(tuning(tunings, item.id()).settings()))
                .toList();
    }

    private static Tuning tuning(Map<String, Tuning> tunings, String detector) {
        return Objects.requireNonNull(tunings.get(detector), detector);
    }

    /** The thresholds that Tocsin ships with. */
    public static Thresholds defaults() {
        return DEFAULTS;
    }

    /**
     * Reads a document.
     *
     * @throws InvalidThresholdsException with every fault of it
     */
    public static Thresholds read(Path file) {
        Faults faults = faults(file.toString());
        return parse(TextFile.read(file, faults), faults);
    }

    /** The same for a document that is at hand. */
    public static Thresholds parse(String name, String text) {
        return parse(text, faults(name));
    }

    /** The text of the thresholds that Tocsin ships with. */
    public static String shippedDocument() {
        try (InputStream in = Objects.requireNonNull(Thresholds.class.getResourceAsStream("thresholds.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thresholds parse(String text, Faults faults) {
        Section document = Section.parse(text, Overrides.none(), faults);
        Thresholds thresholds = ThresholdsReader.read(document, text);
        document.refuseUnknown();
        faults.throwIfAny();
        refuseSilentDetectors(thresholds, document.section("detectors"));
        faults.throwIfAny();
        return thresholds;
    }

    /** An enabled detector that can never fire is a hole in the watch that nobody sees. */
    private static void refuseSilentDetectors(Thresholds thresholds, Section detectors) {
        for (SelfCheck.Silent silent : SelfCheck.run(thresholds.rules)) {
            detectors.fault(silent.detector(), silent.sentence() + "; mend that, or set enabled: false");
        }
    }

    /** Of a document's text, in hexadecimal digits. */
    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform must have it
        }
    }

    private static Faults faults(String name) {
        return new Faults(list -> new InvalidThresholdsException(name, list));
    }

    /** The name of this version, as every alert carries it. */
    public String version() {
        return version;
    }

    /** The document itself. */
    public String text() {
        return text;
    }

    public String sha256() {
        return sha256(text);
    }

    /** The event time from which it is meant to be in force; empty for as soon as it is published. */
    public Optional<Instant> effectiveFrom() {
        return Optional.ofNullable(effectiveFrom);
    }

    /** What an event is judged by: the enabled detectors, tuned. */
    public Rules rules() {
        return rules;
    }

    /** The same rules for every event; where segments and dates of effect will be told apart. */
    public RuleBook ruleBook() {
        return event -> rules;
    }

    Learning learning() {
        return learning;
    }

    /** By detector id, sorted. */
    Map<String, Tuning> tunings() {
        return tunings;
    }
}
