package dev.tocsin.cli;

import dev.tocsin.thresholds.PublishedVersion;
import dev.tocsin.thresholds.Refusal;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionLog;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Prints the published versions as a table, the newest last, and the refused documents after it. */
final class History {
    private static final List<String> HEAD = List.of("version", "published", "by", "in force from", "until", "comment");

    private final PrintWriter out;
    private final VersionLog log;
    private final List<PublishedVersion> timetable;
    private final Instant now;

    History(PrintWriter out, VersionLog log, Instant now) {
        this.out = out;
        this.log = log;
        this.timetable = log.timetable();
        this.now = now;
    }

    /** @param base in force before the first published version */
    void print(Thresholds base) {
        if (log.versions().isEmpty()) {
            out.println("nothing is published; " + base.version() + " is in force");
        } else {
            table();
        }
        if (!log.refusals().isEmpty()) {
            out.println();
            out.println("refused:");
            log.refusals().forEach(refusal -> out.println("  " + words(refusal)));
        }
    }

    private void table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        log.versions().forEach(version -> rows.add(row(version)));
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private List<String> row(PublishedVersion version) {
        return List.of(
                version.version(),
                seconds(version.publishedAt()),
                version.note().by(),
                seconds(version.since()),
                until(version),
                version.note().comment());
    }

    private String until(PublishedVersion version) {
        int place = timetable.indexOf(version);
        if (place < 0) {
            return "never was";
        }
        if (place > 0) {
            return seconds(timetable.get(place - 1).since());
        }
        return version.since().isAfter(now) ? "(waiting)" : "(in force)";
    }

    private static String words(Refusal refusal) {
        return seconds(refusal.at()) + "  " + (refusal.key().isEmpty() ? "?" : refusal.key())
                + (refusal.by().isEmpty() ? "" : " by " + refusal.by()) + ": " + refusal.sentence();
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
