package dev.tocsin.thresholds;

import dev.tocsin.yaml.InvalidDocumentException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of one record, from what came before it and nothing else.
 *
 * @param at when it was published, by the order of the log
 */
record Admission(VersionLog before, Publication publication, Instant at) {
    Verdict verdict() {
        if (!publication.byBrokersClock()) {
            return refused(
                    Refusal.Kind.FOREIGN_CLOCK,
                    "it bears its publisher's time, and a version takes effect by the broker's. Give the topic"
                            + " message.timestamp.type=LogAppendTime and publish it again");
        }
        ByteBuffer value = publication.value();
        if (value == null) {
            return refused(
                    Refusal.Kind.NO_VALUE,
                    "there is no document in it. Versions are not taken back by a tombstone, whoever has one keeps it; publish"
                            + " another instead");
        }
        if (isOvertaken(publication.note().basedOn())) {
            return refused(Refusal.Kind.OVERTAKEN, overtaken(publication.note().basedOn()));
        }
        try {
            return verdict(Thresholds.parse(publication.name(), DocumentBytes.decode(publication.name(), value)));
        } catch (InvalidDocumentException e) {
            return refused(Refusal.Kind.INVALID, DocumentBytes.sentence(e));
        } catch (RuntimeException | StackOverflowError bug) { // must not keep later versions from being read
            return refused(Refusal.Kind.INVALID, "it cannot be read: " + bug);
        }
    }

    private Verdict verdict(Thresholds thresholds) {
        String version = thresholds.version();
        Optional<PublishedVersion> namesake = before.find(version);
        if (!version.equals(publication.key())) {
            return refused(
                    Refusal.Kind.KEY_MISMATCH, "its key must be its version, " + version + ", and is " + foundKey());
        }
        if (namesake.isPresent()) {
            return repeated(namesake.get(), thresholds);
        }
        return new PublishedVersion(
                publication.offset(), thresholds, publication.at(), since(thresholds), publication.note());
    }

    private Verdict repeated(PublishedVersion namesake, Thresholds thresholds) {
        return namesake.thresholds().text().equals(thresholds.text())
                ? refused(Refusal.Kind.REPEATED, namesake.version() + " was published before, with this text")
                : refused(
                        Refusal.Kind.VERSION_TAKEN,
                        "another document was published as " + namesake.version() + " at " + namesake.publishedAt()
                                + "; give this one a version of its own");
    }

    private Instant since(Thresholds thresholds) {
        Instant soonest = at.plus(VersionLog.LEAD);
        return thresholds
                .effectiveFrom()
                .filter(wanted -> wanted.isAfter(soonest))
                .map(wanted -> wanted.truncatedTo(ChronoUnit.MILLIS)) // as events' times are
                .orElse(soonest);
    }

    private boolean isOvertaken(@Nullable String basedOn) {
        return basedOn != null && !basedOn.equals(before.newestName());
    }

    private String overtaken(@Nullable String basedOn) {
        return "its publisher took it that "
                + ("".equals(basedOn) ? "nothing was published yet" : basedOn + " was the newest version") + ", but "
                + before.newest()
                        .map(newest -> newest.version() + " is, published at " + newest.publishedAt())
                        .orElse("nothing was published");
    }

    private String foundKey() {
        return publication.key() == null
                ? "missing"
                : '"' + DocumentBytes.shortened(publication.key(), ThresholdsReader.MAX_VERSION) + '"';
    }

    private Refusal refused(Refusal.Kind kind, String sentence) {
        String key = publication.key() == null ? "" : publication.key();
        return new Refusal(
                publication.offset(),
                publication.at(),
                DocumentBytes.shortened(key, ThresholdsReader.MAX_VERSION),
                publication.note().by(),
                kind,
                sentence);
    }
}
