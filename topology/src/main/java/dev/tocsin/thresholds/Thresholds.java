package dev.tocsin.thresholds;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.alerting.Rules;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private final String sha256;
    private final String version;
    private final @Nullable Instant effectiveFrom;
    private final Tunings everybody;
    private final List<Segment> segments;
    private final AllowlistReader.Read allowlists;
    private final Rules rules;
    private final Map<String, Rules> bySegment = new LinkedHashMap<>();
    private final Map<String, Rules> byAccount = new HashMap<>();

    Thresholds(
            String text,
            String sha256,
            String version,
            @Nullable Instant effectiveFrom,
            Tunings everybody,
            List<Segment> segments,
            AllowlistReader.Read allowlists) {
        this.text = text;
        this.sha256 = sha256;
        this.version = version;
        this.effectiveFrom = effectiveFrom;
        this.everybody = everybody;
        this.segments = segments;
        this.allowlists = allowlists;
        this.rules = everybody.rules(version, allowlists.allowlist());
        for (Segment segment : segments) {
            Rules own = segment.tunings().rules(version, allowlists.allowlist());
            bySegment.put(segment.name(), own);
            segment.accounts().forEach(account -> byAccount.put(account, own));
        }
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

    /**
     * The same for a document that is at hand.
     *
     * @param name how faults call it
     */
    public static Thresholds parse(String name, String text) {
        return parse(text, faults(name));
    }

    private static Thresholds parse(String text, Faults faults) {
        Section document = Section.parse(text, Overrides.none(), faults);
        Thresholds thresholds = ThresholdsReader.read(document, text);
        document.refuseUnknown();
        faults.throwIfAny();
        thresholds.refuseSilentDetectors(document);
        faults.throwIfAny();
        return thresholds;
    }

    /** An enabled detector that can never fire is a hole in the watch that nobody sees. */
    private void refuseSilentDetectors(Section document) {
        List<SelfCheck.Silent> silent = SelfCheck.run(rules);
        refuse(silent, document.section("detectors"));
        bySegment.forEach((name, own) -> {
            List<SelfCheck.Silent> more = new ArrayList<>(SelfCheck.run(own));
            more.removeAll(silent);
            refuse(more, document.section("segments").section(name).section("detectors"));
        });
    }

    private static void refuse(List<SelfCheck.Silent> silent, Section detectors) {
        silent.forEach(one -> detectors.fault(one.detector(), one.sentence() + "; mend that, or set enabled: false"));
    }

    private static Faults faults(String name) {
        return new Faults(list -> new InvalidThresholdsException(name, list));
    }

    /** The text of the thresholds that Tocsin ships with. */
    public static String shippedDocument() {
        try (InputStream in = Objects.requireNonNull(Thresholds.class.getResourceAsStream("thresholds.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of this version, as every alert carries it. */
    public String version() {
        return version;
    }

    /** The document itself. */
    public String text() {
        return text;
    }

    /** Of the text, in hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** From when on events are to be judged by it, if it says; where it is published decides whether that can be. */
    public Optional<Instant> effectiveFrom() {
        return Optional.ofNullable(effectiveFrom);
    }

    /** What an event of no particular segment is judged by: the enabled detectors, tuned. */
    public Rules rules() {
        return rules;
    }

    /** The rules of each segment that has its own, by name. */
    public Map<String, Rules> segments() {
        return Collections.unmodifiableMap(bySegment);
    }

    /** The rules of an event's account, else of its segment, else of everybody. */
    public RuleBook ruleBook() {
        return bySegment.isEmpty() ? event -> rules : this::rulesFor;
    }

    private Rules rulesFor(AccountEvent event) {
        Rules own = byAccount.get(event.accountId());
        return own == null ? bySegment.getOrDefault(event.segment(), rules) : own;
    }

    /**
     * Refuses entries of the allowlists that hold no longer. Only for who writes the document: one that is in force stays
     * good when an entry ends.
     *
     * @param name how faults call the document
     * @throws InvalidThresholdsException with every such entry
     */
    public void refuseExpired(String name, Instant now) {
        Faults faults = faults(name);
        allowlists.expiries().stream()
                .filter(expiry -> !expiry.until().isAfter(now))
                .forEach(expiry -> faults.add(expiry.fault()));
        faults.throwIfAny();
    }

    /**
     * Every value that it gives, by its path, in the order of the document; of a segment those that differ from everybody's.
     * The version is not among them.
     */
    public Map<String, String> values() {
        return ThresholdsValues.of(everybody, segments, allowlists.allowlist());
    }

    /** What is no fault and still worth knowing, as sentences. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        note("", rules, notes);
        bySegment.forEach((name, own) -> note("segments." + name + '.', own, notes));
        return notes;
    }

    private static void note(String path, Rules rules, List<String> notes) {
        SelfCheck.waiting(rules)
                .forEach(
                        detector -> notes.add(
                                path + "detectors." + detector
                                        + ": in shadow, and all that it follows is in shadow or off, so it finds nothing until that is live"));
    }

    Tunings everybody() {
        return everybody;
    }
}
