package dev.tocsin.replay;

import dev.tocsin.detection.Detector;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.engine.RuleBook;
import dev.tocsin.thresholds.PublishedVersion;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionLog;
import dev.tocsin.thresholds.VersionedRuleBook;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The thresholds that a recording is judged by.
 *
 * @param name in words
 * @param detectors which are asked, at any time
 */
public record Side(String name, RuleBook ruleBook, List<String> detectors) {
    /** One document for all events. */
    public static Side of(Thresholds thresholds) {
        return new Side(thresholds.version(), thresholds.ruleBook(), detectors(Stream.of(thresholds)));
    }

    /**
     * What running detectors judge by: each event by the version in force at its own time.
     *
     * @param base in force before the first published version
     */
    public static Side published(Thresholds base, VersionLog log) {
        if (log.versions().isEmpty()) {
            return of(base);
        }
        VersionedRuleBook ruleBook = new VersionedRuleBook(base);
        ruleBook.replace(log);
        Stream<Thresholds> versions = log.timetable().stream().map(PublishedVersion::thresholds);
        return new Side(
                "as published, up to " + log.newestName(),
                ruleBook,
                detectors(Stream.concat(Stream.of(base), versions)));
    }

    private static List<String> detectors(Stream<Thresholds> documents) {
        return documents
                .flatMap(thresholds -> thresholds.rules().detectors().stream())
                .map(Detector::id)
                .distinct()
                .toList();
    }

    DetectionEngine engine(Duration grace) {
        return new DetectionEngine(grace, ruleBook);
    }
}
