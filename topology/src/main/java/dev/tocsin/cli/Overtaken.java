package dev.tocsin.cli;

import dev.tocsin.thresholds.PublishedVersion;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.ThresholdsDiff;
import dev.tocsin.thresholds.VersionLog;
import java.util.List;

/** Tells a publisher who was not the first what others published meanwhile, and what that changed. */
final class Overtaken {
    private final VersionLog log;
    private final Thresholds base;

    /** @param base in force before the first published version */
    Overtaken(VersionLog log, Thresholds base) {
        this.log = log;
        this.base = base;
    }

    /** @param version which somebody edited */
    void refuseUnlessNewest(String version) {
        boolean first = log.versions().isEmpty() && version.equals(base.version());
        boolean newest = !log.versions().isEmpty() && log.newestName().equals(version);
        if (!first && !newest) {
            if (!version.equals(base.version())) {
                DocumentNames.published(log, version); // a name that nobody published is another mistake
            }
            throw mistake(version.equals(base.version()) && log.find(version).isEmpty() ? "" : version);
        }
    }

    /** @param looked the version that was the newest to the publisher; empty for none */
    UserMistake mistake(String looked) {
        long from = log.find(looked).map(PublishedVersion::offset).orElse(-1L);
        Thresholds before = log.find(looked).map(PublishedVersion::thresholds).orElse(base);
        List<PublishedVersion> later = log.versions().stream()
                .filter(version -> version.offset() > from)
                .toList();
        PublishedVersion newest = later.get(later.size() - 1);
        StringBuilder told = new StringBuilder("not published: after ").append(before.version());
        later.forEach(version -> told.append("\n  ").append(told(version)));
        told.append("\nwhich changed:");
        ThresholdsDiff.between(before, newest.thresholds())
                .forEach(line -> told.append("\n  ").append(line));
        return new UserMistake(told.append("\nPut your change on top of it (thresholds show --version ")
                .append(newest.version())
                .append("), and publish that with --based-on ")
                .append(newest.version())
                .append('.')
                .toString());
    }

    private static String told(PublishedVersion version) {
        String by = version.note().by();
        String comment = version.note().comment();
        return version.version() + " was published at " + version.publishedAt()
                + (by.isEmpty() ? "" : " by " + by)
                + (comment.isEmpty() ? "" : ": " + comment);
    }
}
