package dev.tocsin.explain;

import dev.tocsin.detection.Check;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report in words: what fired first, then what was silenced, what could not be told, and what stayed quiet. */
public final class ReportText {
    private static final int INDENT = 2;
    private static final int DEEPER = 6;

    private final Report report;
    private final Layout out = new Layout();

    private ReportText(Report report) {
        this.report = report;
    }

    public static String of(Report report) {
        ReportText text = new ReportText(report);
        text.write();
        return text.out.toString();
    }

    private void write() {
        Report.Event event = report.event();
        if (event == null) {
            out.line("Event " + report.eventId() + " of " + report.accountId());
        } else {
            headline(event);
            fired();
            silenced();
            notEvaluable();
            quiet();
            others();
        }
        alerts();
        report.note().forEach(note -> out.blank().line(0, 0, note));
    }

    private void headline(Report.Event event) {
        out.line("%s %s of %s, event %s"
                .formatted(
                        event.type().equals("login") ? "Login" : "Change",
                        event.what(),
                        report.accountId(),
                        report.eventId()));
        out.rows(
                INDENT,
                List.of(
                        List.of("when", event.occurredAt() + arrival()),
                        List.of("from", from(event)),
                        List.of("second factor", event.mfa()),
                        List.of("thresholds", report.thresholdsVersion() + ", segment " + event.segment())));
        out.blank().line(summary());
    }

    private String arrival() {
        String arrival = report.arrival();
        if (arrival == null) {
            return "";
        }
        return switch (arrival) {
            case "IN_ORDER" -> ", came in order";
            case "OUT_OF_ORDER" -> ", came after newer events and was put in its place";
            case "LATE" -> ", came later than the grace: judged against what is remembered";
            default -> ", " + arrival;
        };
    }

    private static String from(Report.Event event) {
        return Stream.of(
                        event.place().equals("unknown") ? "place not given" : event.place(),
                        event.ip() == null ? "address not given" : event.ip(),
                        event.asn() == null ? "AS not given" : "AS" + event.asn(),
                        event.network().equals("UNKNOWN") ? "kind of network not given" : event.network(),
                        event.device() == null ? "device not given" : "device " + event.device(),
                        event.initiator() == null ? "" : "by " + event.initiator())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String summary() {
        return "%d fired, %d silenced, %d could not tell, %d quiet."
                .formatted(
                        of("FIRED").size(),
                        of("SILENCED").size(),
                        of("NOT_EVALUABLE").size(),
                        of("QUIET").size());
    }

    private List<Report.Verdict> of(String result) {
        return report.detectors().stream()
                .filter(verdict -> verdict.result().equals(result))
                .toList();
    }

    private void head(String words) {
        out.blank().line(words);
    }

    private void fired() {
        List<Report.Verdict> fired = of("FIRED");
        if (!fired.isEmpty()) {
            head("FIRED, and raised an alert");
            fired.forEach(verdict -> found(verdict, List.of()));
        }
    }

    private void silenced() {
        List<Report.Verdict> silenced = of("SILENCED");
        if (!silenced.isEmpty()) {
            head("SILENCED: found something, and raised nothing");
            silenced.forEach(verdict -> found(verdict, failed(verdict.decision())));
        }
    }

    private void found(Report.Verdict verdict, List<Check> silencers) {
        Report.Finding finding = verdict.alert();
        if (finding == null) {
            return;
        }
        String own = finding.ownSeverity() == null ? "" : " (of itself " + finding.ownSeverity() + ")";
        String by = silencers.isEmpty() ? "" : ", silenced by " + verdict.reason();
        out.line(
                INDENT,
                DEEPER,
                "%s  %s%s  %s, confidence %d%s"
                        .formatted(
                                verdict.detector(),
                                finding.severity(),
                                own,
                                finding.title(),
                                finding.confidence(),
                                by));
        out.line(DEEPER, DEEPER, finding.summary());
        out.rows(
                DEEPER,
                Stream.concat(silencers.stream(), verdict.checks().stream())
                        .filter(check -> !check.seen().equals(check.needed())) // says nothing that the event does not
                        .map(ReportText::row)
                        .toList());
    }

    private static List<String> row(Check check) {
        return List.of(check.what(), check.seen(), "needs " + check.needed());
    }

    private static String words(Check check) {
        return check.what() + ' ' + check.seen() + ", needs " + check.needed();
    }

    private static List<Check> failed(List<Check> checks) {
        return checks.stream().filter(check -> !check.holds()).toList();
    }

    private void notEvaluable() {
        List<Report.Verdict> blind = of("NOT_EVALUABLE");
        if (!blind.isEmpty()) {
            head("COULD NOT TELL, because something is missing");
            out.rows(INDENT, blind.stream().map(ReportText::missing).toList());
        }
    }

    private static List<String> missing(Report.Verdict verdict) {
        List<Check> failed = failed(verdict.checks());
        Check last = failed.get(failed.size() - 1);
        return List.of(verdict.detector(), last.what() + ' ' + last.seen(), "needs " + verdict.remedy());
    }

    private void quiet() {
        List<Report.Verdict> looked =
                of("QUIET").stream().filter(verdict -> !isAtOnce(verdict)).toList();
        if (!looked.isEmpty()) {
            head("QUIET, and what was first in the way");
            out.rows(
                    INDENT,
                    looked.stream()
                            .flatMap(verdict -> rows(verdict.detector(), failed(verdict.checks())).stream())
                            .toList());
        }
        strangers();
    }

    /** The event is not of the kind that the detector waits for. */
    private static boolean isAtOnce(Report.Verdict verdict) {
        return !verdict.checks().isEmpty() && !verdict.checks().get(0).holds();
    }

    /** Detectors that wait for one and the same thing stand together. */
    private void strangers() {
        Map<Check, List<String>> byReason = new LinkedHashMap<>();
        for (Report.Verdict verdict : of("QUIET")) {
            if (isAtOnce(verdict)) {
                byReason.computeIfAbsent(verdict.checks().get(0), reason -> new ArrayList<>())
                        .add(verdict.detector());
            }
        }
        if (!byReason.isEmpty()) {
            head("QUIET, because they wait for something else");
        }
        byReason.forEach((reason, detectors) -> {
            out.line(INDENT, DEEPER, words(reason) + ':');
            out.line(DEEPER, DEEPER, String.join(", ", detectors));
        });
    }

    private static List<List<String>> rows(String detector, List<Check> reasons) {
        List<List<String>> rows = new ArrayList<>();
        for (Check check : reasons) {
            List<String> row = new ArrayList<>();
            row.add(rows.isEmpty() ? detector : "");
            row.add(words(check));
            rows.add(row);
        }
        return rows;
    }

    private void others() {
        boolean isLogin = report.event() != null && report.event().type().equals("login");
        names(report.notWatching(), "NOT ASKED, they watch " + (isLogin ? "account changes" : "logins") + " only");
        names(report.off(), "SWITCHED OFF");
    }

    private void names(List<String> names, String title) {
        if (!names.isEmpty()) {
            head(title + " (" + names.size() + ")");
            out.line(INDENT, INDENT, String.join(", ", names));
        }
    }

    private void alerts() {
        if (report.alerts().isEmpty()) {
            return;
        }
        head(report.event() == null ? "ALERTS that rest on it" : "WHAT ELSE CAME OF IT");
        for (Report.Told told : report.alerts()) {
            String by = told.byEvent() == null ? "" : " by event " + told.byEvent();
            out.line(
                    INDENT,
                    DEEPER,
                    "%s  %s  %s%s, alert %s of %s"
                            .formatted(
                                    told.detector(),
                                    told.severity(),
                                    told.status(),
                                    by,
                                    told.alertId(),
                                    told.occurredAt()));
            if (report.event() == null) {
                out.rows(
                        DEEPER,
                        told.facts().entrySet().stream()
                                .map(fact -> List.of(fact.getKey(), fact.getValue()))
                                .toList());
            }
        }
    }
}
