package dev.tocsin.engine;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Timeline;
import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Evaluation;
import dev.tocsin.alerting.Judge;
import dev.tocsin.alerting.Judgement;
import dev.tocsin.detection.Moment;
import java.util.ArrayList;
import java.util.List;

/** Judges events one after another, each on top of the memory that the ones before it left. */
final class Walk {
    private final List<Timeline.Entry> entries = new ArrayList<>();
    private final List<Alert> raised = new ArrayList<>();
    private final List<Alert> suppressed = new ArrayList<>();
    private List<Evaluation> firstEvaluations = List.of();

    private Walk() {}

    static Walk over(AccountMemory start, List<AccountEvent> events, RuleBook rules) {
        Walk walk = new Walk();
        AccountMemory memory = start;
        for (AccountEvent event : events) {
            memory = walk.step(memory, event, rules);
        }
        return walk;
    }

    private AccountMemory step(AccountMemory before, AccountEvent event, RuleBook rules) {
        Moment moment = moment(before, event);
        Judgement judgement = Judge.judge(rules.rulesFor(event), moment);
        if (entries.isEmpty()) {
            firstEvaluations = judgement.evaluations();
        }
        entries.add(new Timeline.Entry(event, judgement.marks()));
        raised.addAll(judgement.raised());
        suppressed.addAll(judgement.suppressed());
        return judgement.marks().isEmpty() ? moment.after() : before.after(event, judgement.marks());
    }

    /** An event in its place, as it is judged. */
    static Moment moment(AccountMemory before, AccountEvent event) {
        return new Moment(before.awakeAt(event.atMillis()), event, before.after(event, List.of()), false);
    }

    List<Timeline.Entry> entries() {
        return entries;
    }

    List<Alert> raised() {
        return raised;
    }

    List<Alert> suppressed() {
        return suppressed;
    }

    /** What the detectors made of the first event walked. */
    List<Evaluation> firstEvaluations() {
        return firstEvaluations;
    }

    /** The alerts of one list that the other lacks; one with the same id and other content counts as lacking. */
    static List<Alert> lackingIn(List<Alert> other, List<Alert> alerts) {
        return alerts.isEmpty()
                ? alerts
                : alerts.stream().filter(alert -> !other.contains(alert)).toList();
    }

    /** The alerts of one list whose ids the other lacks. */
    static List<Alert> idsLackingIn(List<Alert> other, List<Alert> alerts) {
        return alerts.isEmpty()
                ? alerts
                : alerts.stream()
                        .filter(alert ->
                                other.stream().noneMatch(one -> one.alertId().equals(alert.alertId())))
                        .toList();
    }
}
