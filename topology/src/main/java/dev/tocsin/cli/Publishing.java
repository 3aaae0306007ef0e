package dev.tocsin.cli;

import dev.tocsin.publishing.ThresholdsPublisher;
import dev.tocsin.thresholds.Publication;
import dev.tocsin.thresholds.PublishedVersion;
import dev.tocsin.thresholds.Refusal;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.ThresholdsDiff;
import dev.tocsin.thresholds.Verdict;
import dev.tocsin.thresholds.VersionLog;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Publishes one document: tells what changes, refuses what would surprise, and waits until it is read back. */
final class Publishing {
    private final PrintWriter out;
    private final ThresholdsPublisher publisher;
    private final Thresholds base;
    private final PublishOptions options;

    /** @param base in force before the first published version */
    Publishing(PrintWriter out, ThresholdsPublisher publisher, Thresholds base, PublishOptions options) {
        this.out = out;
        this.publisher = publisher;
        this.base = base;
        this.options = options;
    }

    /**
     * Publishes it.
     *
     * @param basedOn the version that must still be the newest; null to take the newest as it is
     * @throws UserMistake when it is not published, with the reason
     */
    void publish(Thresholds document, @Nullable String basedOn) {
        VersionLog before = publisher.log();
        if (basedOn != null) {
            new Overtaken(before, base).refuseUnlessNewest(basedOn);
        }
        refuseUsedName(document, before);
        Optional<PublishedVersion> newest = before.newest();
        Thresholds current = newest.map(PublishedVersion::thresholds).orElse(base);
        List<String> differences = ThresholdsDiff.between(current, document);
        if (newest.isPresent() && differences.isEmpty()) {
            throw new UserMistake(document.version() + " sets everything as " + current.version()
                    + " does, which is the newest version; nothing to publish");
        }
        tellChanges(current, differences);
        document.notes().forEach(note -> out.println("note: " + note));
        if (options.dryRun()) {
            out.println("not published, as asked by --dry-run; it would be in force from "
                    + document.effectiveFrom()
                            .map(Instant::toString)
                            .orElse(VersionLog.LEAD.toSeconds() + " s after it is published"));
            return;
        }
        String looked = before.newestName();
        Verdict verdict = publisher.publish(
                document.version(), document.text(), new Publication.Note(looked, options.by(), options.comment()));
        if (verdict instanceof PublishedVersion published) {
            tell(published, before);
        } else if (verdict instanceof Refusal refusal) {
            throw refused(refusal, looked);
        }
    }

    private void refuseUsedName(Thresholds document, VersionLog log) {
        Optional<PublishedVersion> namesake = log.find(document.version());
        if (namesake.isPresent()) {
            throw new UserMistake(document.version() + " was published already, at "
                    + namesake.get().publishedAt()
                    + "; alerts carry the version, so give this document one of its own");
        }
        for (Thresholds other : List.of(base, Thresholds.defaults())) {
            if (other.version().equals(document.version())
                    && !ThresholdsDiff.between(other, document).isEmpty()) {
                throw new UserMistake(document.version() + " is the version of the "
                        + (other == base ? "thresholds in force before the first published ones" : "shipped thresholds")
                        + "; alerts carry the version, so give this document one of its own");
            }
        }
    }

    private void tellChanges(Thresholds current, List<String> differences) {
        out.println((differences.isEmpty() ? "sets everything as " : "changes against ")
                + current.version()
                + (differences.isEmpty() ? " does" : ":"));
        differences.forEach(line -> out.println("  " + line));
    }

    private void tell(PublishedVersion published, VersionLog before) {
        out.println("published " + published.version() + ", in force from " + published.since());
        Instant now = Instant.now();
        before.timetable().stream()
                .filter(version ->
                        version.since().isAfter(now) && !version.since().isBefore(published.since()))
                .forEach(version -> out.println(
                        "instead of " + version.version() + ", which was to be in force from " + version.since()));
    }

    private UserMistake refused(Refusal refusal, String looked) {
        return refusal.kind() == Refusal.Kind.OVERTAKEN
                ? new Overtaken(publisher.log(), base).mistake(looked)
                : new UserMistake("not published: " + refusal.sentence());
    }
}
