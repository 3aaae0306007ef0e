package dev.tocsin.thresholds;

import dev.tocsin.account.Bounded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The versions that the records of the topic come to, taken in one after another. Immutable.
 *
 * <p>Depends on the records and their order alone, so that every instance and every publisher decides alike. A version is in
 * force for the event times from its {@code since} until the {@code since} of any version published after it:
 *
 * <pre>
 *   published   a        b (from 1 Dec)      c
 *   in force    ──── a ───────────────────── c ────────────▶     b, still waiting when c came, never is
 * </pre>
 *
 * <p>As {@code since} lies {@link #LEAD} after the record's timestamp or later, no record changes what was in force before it.
 */
public final class VersionLog {
    /**
     * How long after its record a version takes effect at the earliest: by then every instance has it, which takes some tenths of
     * a second unless one pauses or a broker fails over.
     */
    public static final Duration LEAD = Duration.ofSeconds(5);

    /** Refused records that are remembered, newest last; whoever sends more of them has been told. */
    static final int MAX_REFUSALS = 50;

    public static final VersionLog EMPTY = new VersionLog(List.of(), List.of(), null, Instant.MIN);

    private final List<PublishedVersion> versions;
    private final List<Refusal> refusals;
    private final @Nullable Verdict last;
    private final Instant lastAt;

    private VersionLog(
            List<PublishedVersion> versions, List<Refusal> refusals, @Nullable Verdict last, Instant lastAt) {
        this.versions = versions;
        this.refusals = refusals;
        this.last = last;
        this.lastAt = lastAt;
    }

    /** The log with one more record; {@link #last} tells what became of it. */
    public VersionLog after(Publication publication) {
        // clocks of brokers differ, and a version must not take effect before one that was published earlier could
        boolean goesOn = publication.byBrokersClock() && publication.at().isAfter(lastAt);
        Instant at = goesOn ? publication.at() : lastAt;
        Verdict verdict = new Admission(this, publication, at).verdict();
        if (verdict instanceof PublishedVersion version) {
            return new VersionLog(with(versions, version), refusals, verdict, at);
        }
        List<Refusal> told = List.copyOf(Bounded.latest(with(refusals, (Refusal) verdict), MAX_REFUSALS));
        return new VersionLog(versions, told, verdict, at);
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return List.copyOf(longer);
    }

    /** All versions, the oldest first. */
    public List<PublishedVersion> versions() {
        return versions;
    }

    /** The newest refusals, the newest last. */
    public List<Refusal> refusals() {
        return refusals;
    }

    /** What became of the last record. */
    public Optional<Verdict> last() {
        return Optional.ofNullable(last);
    }

    /** The version that was published last, in force or not yet. */
    public Optional<PublishedVersion> newest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** The name of the version that was published last; empty before the first. */
    public String newestName() {
        return newest().map(PublishedVersion::version).orElse("");
    }

    public Optional<PublishedVersion> find(String version) {
        return versions.stream()
                .filter(published -> published.version().equals(version))
                .findFirst();
    }

    /** The versions that were, are or will be in force, the latest first; the {@code since} of each ends the next one's time. */
    public List<PublishedVersion> timetable() {
        List<PublishedVersion> table = new ArrayList<>();
        Instant earliest = Instant.MAX;
        for (int i = versions.size() - 1; i >= 0; i--) {
            PublishedVersion version = versions.get(i);
            if (version.since().isBefore(earliest)) {
                table.add(version);
                earliest = version.since();
            }
        }
        return table;
    }

    /** The version in force at an event time; empty before the first. */
    public Optional<PublishedVersion> inForceAt(Instant time) {
        return timetable().stream()
                .filter(version -> !version.since().isAfter(time))
                .findFirst();
    }

    /** The refused documents that somebody may believe to be in force: those after the newest version. */
    public List<Refusal> warnings() {
        long newest = newest().map(PublishedVersion::offset).orElse(-1L);
        return refusals.stream()
                .filter(refusal -> refusal.kind().isAlarming() && refusal.offset() > newest)
                .toList();
    }
}
