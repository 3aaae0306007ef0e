package dev.tocsin.cli;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Explanation;
import dev.tocsin.config.AppConfig;
import dev.tocsin.engine.AccountState;
import dev.tocsin.engine.Arrival;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.engine.Outcome;
import dev.tocsin.engine.RuleBook;
import dev.tocsin.explain.Report;
import dev.tocsin.explain.Reporter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account's events one after another in the production engine, and why the one that is asked for was judged as it was when it
 * arrived. What later arrivals make of it is told too.
 */
final class AccountHistory {
    private final String account;
    private final @Nullable String wanted;
    private final DetectionEngine engine;
    private AccountState state = AccountState.EMPTY;
    private long events;
    private @Nullable Told told;

    /** What is said of the event that is asked for. */
    private static final class Told {
        private final Explanation explanation;
        private final Arrival arrival;
        private final List<Report.Told> consequences = new ArrayList<>();
        private int repetitions;

        Told(Explanation explanation, Arrival arrival) {
            this.explanation = explanation;
            this.arrival = arrival;
        }

        String eventId() {
            return explanation.event().eventId();
        }

        /** The alerts that rest on the event, but are not its own at its arrival. */
        void follow(Outcome outcome, String byEvent) {
            outcome.withdrawn().stream()
                    .filter(this::concerns)
                    .forEach(alert -> consequences.add(Reporter.told(alert, "WITHDRAWN", byEvent)));
            outcome.raised().stream()
                    .filter(alert -> concerns(alert) && !isOwn(alert))
                    .forEach(alert -> consequences.add(Reporter.told(alert, "RAISED", byEvent)));
        }

        private boolean concerns(Alert alert) {
            return alert.signal().cites(eventId());
        }

        private boolean isOwn(Alert alert) {
            return explanation.opinions().stream().anyMatch(opinion -> alert.equals(opinion.alert()));
        }

        Report report() {
            List<String> note = repetitions == 0
                    ? List.of()
                    : List.of("It came again, %d more %s; a repetition changes nothing."
                            .formatted(repetitions, repetitions == 1 ? "time" : "times"));
            return Reporter.of(explanation).with(arrival.name(), List.copyOf(consequences), note);
        }
    }

    /** @param wanted the event to explain, null for the one that arrives last */
    AccountHistory(String account, @Nullable String wanted, RuleBook rules) {
        this.account = account;
        this.wanted = wanted;
        this.engine = new DetectionEngine(AppConfig.DEFAULT_GRACE, rules);
    }

    void take(AccountEvent event) {
        events++;
        AccountState before = state;
        Outcome outcome = engine.apply(before, event);
        state = outcome.state();
        boolean isIt = wanted == null || event.eventId().equals(wanted);
        if (told != null && told.eventId().equals(event.eventId()) && outcome.isRepetition()) {
            told.repetitions++;
        } else if (isIt && !outcome.isRepetition()) {
            told = new Told(engine.explain(before, event), outcome.arrival());
            told.follow(outcome, event.eventId());
        } else if (told != null && !outcome.isRepetition()) {
            told.follow(outcome, event.eventId());
        }
    }

    /**
     * Tells it.
     *
     * @throws UserMistake when the event was not among those taken
     */
    Report report(String file) {
        if (told != null) {
            return told.report();
        }
        throw new UserMistake(
                events == 0
                        ? "no event of account " + account + " is in " + file
                        : "account %s has %,d events in %s, but none is %s".formatted(account, events, file, wanted));
    }
}
