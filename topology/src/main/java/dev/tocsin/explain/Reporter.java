package dev.tocsin.explain;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.EventId;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Source;
import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Evaluation.Result;
import dev.tocsin.alerting.Explanation;
import dev.tocsin.alerting.Opinion;
import dev.tocsin.detection.Finding;
import dev.tocsin.detection.Missing;
import dev.tocsin.detection.Severity;
import dev.tocsin.detection.Signal;
import dev.tocsin.detection.Wording;
import dev.tocsin.engine.AccountState;
import dev.tocsin.engine.DetectionEngine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes reports out of what the engine says. */
public final class Reporter {
    private static final String SETTLED =
            "This event is settled: only the last alerts are kept of events older than the grace, and what was checked then is"
                    + " not. To see it judged again, explain it from a file that holds the account's events (--events).";

    private Reporter() {}

    /**
     * Explains an event that an account's state remembers.
     *
     * @param eventId null for the newest
     * @return empty when the state knows no such event
     */
    public static Optional<Report> find(
            DetectionEngine engine, String account, AccountState state, @Nullable String eventId) {
        String id = eventId == null ? newest(state) : eventId;
        Optional<Report> judged = engine.explain(state, id).map(Reporter::of);
        return judged.isPresent() ? judged : settled(engine, account, state, id);
    }

    private static String newest(AccountState state) {
        return state.recent().entries().stream()
                .reduce((earlier, later) -> later)
                .map(entry -> entry.event().eventId())
                .orElse("");
    }

    private static Optional<Report> settled(DetectionEngine engine, String account, AccountState state, String id) {
        List<Report.Told> told = engine.alertsOf(state).stream()
                .filter(alert -> alert.signal().cites(id))
                .map(alert -> told(alert, "RAISED", null))
                .toList();
        return told.isEmpty() && !state.hasSettled(EventId.of(id))
                ? Optional.empty()
                : Optional.of(new Report(
                        account, id, null, null, null, List.of(), List.of(), List.of(), told, List.of(SETTLED)));
    }

    public static Report of(Explanation explanation) {
        AccountEvent event = explanation.event();
        return new Report(
                event.accountId(),
                event.eventId(),
                event(event),
                explanation.rules().version(),
                explanation.late() ? "LATE" : null,
                explanation.opinions().stream().map(Reporter::verdict).toList(),
                explanation.unconcerned(),
                explanation.rules().off(),
                List.of(),
                List.of());
    }

    private static Report.Event event(AccountEvent event) {
        Source source = event.source();
        return new Report.Event(
                event.fold(login -> "login", change -> "change"),
                event.fold(login -> login.outcome().name(), change -> change.change()
                        .name()),
                event.occurredAt().toString(),
                event.segment(),
                source.place(),
                source.asn() == Source.NO_ASN ? null : source.asn(),
                source.network().name(),
                source.ip() == null ? null : source.ip().toString(),
                source.device() == Hash64.NONE ? null : Long.toHexString(source.device()),
                event.fold(login -> login.mfa(), AccountChange::mfa).name(),
                event.<@Nullable String>fold(
                        login -> null, change -> change.initiator().name()));
    }

    private static Report.Verdict verdict(Opinion opinion) {
        Alert alert = opinion.alert();
        return new Report.Verdict(
                opinion.watch().detector().id(),
                result(opinion.evaluation().result()),
                opinion.evaluation().reason(),
                opinion.finding() instanceof Finding.NotEvaluable missing
                        ? Missing.of(missing.reason()).remedy()
                        : null,
                alert == null ? null : finding(opinion, alert),
                opinion.examination(),
                opinion.decision());
    }

    private static String result(Result result) {
        return switch (result) {
            case FIRED, NOT_EVALUABLE, QUIET -> result.name();
            case SUPPRESSED, LEARNING, SHADOW -> "SILENCED";
        };
    }

    private static Report.Finding finding(Opinion opinion, Alert alert) {
        Signal signal = alert.signal();
        Wording words = opinion.watch().detector().tell(signal.severity(), signal.facts());
        Severity own = ((Signal) opinion.finding()).severity();
        return new Report.Finding(
                alert.alertId(),
                signal.severity().name(),
                own == signal.severity() ? null : own.name(),
                signal.confidence(),
                words.title(),
                words.summary(),
                signal.facts());
    }

    /**
     * An alert that rests on the event of a report.
     *
     * @param byEvent whose arrival raised it or took it back, null when that is not known
     */
    public static Report.Told told(Alert alert, String status, @Nullable String byEvent) {
        return new Report.Told(
                alert.alertId(),
                alert.signal().detector(),
                alert.signal().severity().name(),
                status,
                alert.occurredAt().toString(),
                byEvent,
                alert.thresholdsVersion(),
                alert.signal().facts());
    }
}
