package dev.tocsin.testing;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Evaluation;
import dev.tocsin.alerting.Explanation;
import dev.tocsin.alerting.Learning;
import dev.tocsin.alerting.Opinion;
import dev.tocsin.alerting.Rules;
import dev.tocsin.detection.Detector;
import dev.tocsin.detection.DetectorCatalog;
import dev.tocsin.engine.AccountState;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.engine.Outcome;
import dev.tocsin.engine.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One account in the production engine under the shipped settings, and the table of its alerts. */
public final class TestAccount {
    public static final String ID = "account-1";

    /** Monday noon; histories end here and stories begin. */
    public static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    public static final Duration GRACE = Duration.ofHours(1);
    public static final Rules RULES = new Rules("test", defaultDetectors(), Learning.DEFAULTS);

    private final DetectionEngine engine;
    private final Map<String, Alert> table = new LinkedHashMap<>();
    private final List<Alert> suppressed = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private AccountState state = AccountState.EMPTY;

    private TestAccount(RuleBook rules) {
        engine = new DetectionEngine(GRACE, rules);
    }

    /** An account nobody has seen yet. */
    public static TestAccount fresh() {
        return new TestAccount(event -> RULES);
    }

    public static TestAccount freshUnder(Rules rules) {
        return freshUnder(event -> rules);
    }

    /** An account that is judged by other rules at other times. */
    public static TestAccount freshUnder(RuleBook rules) {
        return new TestAccount(rules);
    }

    /** An account that another engine has brought so far. */
    public static TestAccount resumed(AccountState state) {
        TestAccount account = fresh();
        account.state = state;
        return account;
    }

    /** An account that logged in from home with its laptop on twenty of the last sixty days, around noon. */
    public static TestAccount settledInOslo() {
        return settledLike(home -> home);
    }

    /** The same, but each of the twenty logins was otherwise in some way. */
    public static TestAccount settledLike(UnaryOperator<LoginBuilder> habit) {
        return settled(fresh(), habit);
    }

    /** Settled in Oslo, and judged by other rules from the beginning. */
    public static TestAccount settledUnder(RuleBook rules) {
        return settled(freshUnder(rules), home -> home);
    }

    private static TestAccount settled(TestAccount account, UnaryOperator<LoginBuilder> habit) {
        for (int day = 60; day > 0; day -= 3) {
            LoginBuilder home = LoginBuilder.login("home-" + day, NOW.minus(Duration.ofDays(day)));
            account.sees(habit.apply(home).build());
        }
        return account;
    }

    public static List<Detector> defaultDetectors() {
        List<Detector> detectors = new ArrayList<>();
        DetectorCatalog.items().forEach(item -> detectors.add(item.withSettings(item.defaults())));
        return detectors;
    }

    public TestAccount sees(AccountEvent... events) {
        for (AccountEvent event : events) {
            take(engine.apply(state, event));
        }
        return this;
    }

    /** The event is delivered again after a crash. */
    public Outcome repeats(AccountEvent event) {
        return engine.repeat(state, event);
    }

    /** Why an event would be judged as it would, if it came now, or was judged as it was, if it is recent. */
    public Explanation explains(AccountEvent event) {
        return engine.explain(state, event);
    }

    /** The same for one detector. */
    public Opinion explains(AccountEvent event, String detector) {
        return explains(event).opinions().stream()
                .filter(opinion -> opinion.watch().detector().id().equals(detector))
                .findFirst()
                .orElseThrow();
    }

    public DetectionEngine engine() {
        return engine;
    }

    private void take(Outcome outcome) {
        outcomes.add(outcome);
        state = outcome.state();
        outcome.raised().forEach(alert -> table.put(alert.alertId(), alert));
        outcome.withdrawn().forEach(alert -> table.remove(alert.alertId()));
        suppressed.addAll(outcome.suppressed());
    }

    /** The alerts that stand: raised and not withdrawn, by id. */
    public Map<String, Alert> table() {
        return table;
    }

    public List<Alert> alerts() {
        return List.copyOf(table.values());
    }

    public List<Alert> alerts(String detector) {
        return alerts().stream()
                .filter(alert -> alert.signal().detector().equals(detector))
                .toList();
    }

    public List<Alert> suppressed() {
        return suppressed;
    }

    public Outcome last() {
        return outcomes.get(outcomes.size() - 1);
    }

    public Evaluation lastEvaluation(String detector) {
        return last().evaluations().all().stream()
                .filter(evaluation -> evaluation.detector().equals(detector))
                .findFirst()
                .orElseThrow();
    }

    public AccountState state() {
        return state;
    }
}
