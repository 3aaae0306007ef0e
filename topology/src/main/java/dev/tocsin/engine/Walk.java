package dev.tocsin.engine;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Timeline;
import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Evaluations;
import dev.tocsin.alerting.Judge;
import dev.tocsin.alerting.Judgement;
import dev.tocsin.detection.Moment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges events one after another, each on top of the memory that the ones before it left. */
final class Walk {
    private static final Walk NOWHERE = new Walk();

    private final List<Moment> moments = new ArrayList<>(2);
    private final List<Timeline.Entry> entries = new ArrayList<>();
    private final List<Alert> raised = new ArrayList<>();
    private final List<Alert> suppressed = new ArrayList<>();
    private Evaluations firstEvaluations = Evaluations.NONE;

    private Walk() {}

    static Walk over(AccountMemory start, List<AccountEvent> events, RuleBook rules) {
        if (events.isEmpty()) {
            return NOWHERE;
        }
        Walk walk = new Walk();
        AccountMemory memory = start;
        for (int i = 0; i < events.size(); i++) {
            AccountEvent event = events.get(i);
            Judgement judgement = walk.judge(moment(memory, event), rules);
            if (i + 1 < events.size()) {
                memory = memory.after(event, judgement.marks());
            }
        }
        return walk;
    }

    /** An event in its place, as it is judged. */
    static Moment moment(AccountMemory before, AccountEvent event) {
        return new Moment(before.awakeAt(event.atMillis()), event, false);
    }

    private Judgement judge(Moment moment, RuleBook rules) {
        AccountEvent event = moment.event();
        Judgement judgement = Judge.judge(rules.rulesFor(event), moment);
        if (entries.isEmpty()) {
            firstEvaluations = judgement.evaluations();
        }
        moments.add(moment);
        entries.add(new Timeline.Entry(event, judgement.marks()));
        raised.addAll(judgement.raised());
        suppressed.addAll(judgement.suppressed());
        return judgement;
    }

    /**
     * The same walk under other rules, on the memory that is worked out already; null when they leave other marks in it, so
     * that it has to be walked anew.
     */
    @Nullable
    Walk rejudged(RuleBook rules) {
        if (moments.isEmpty()) {
            return this;
        }
        Walk walk = new Walk();
        for (int i = 0; i < moments.size(); i++) {
            Judgement judgement = walk.judge(moments.get(i), rules);
            if (!judgement.marks().equals(entries.get(i).raised())) {
                return null;
            }
        }
        return walk;
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
    Evaluations firstEvaluations() {
        return firstEvaluations;
    }

    /** The alerts of one list that the other lacks; one with the same id and other content counts as lacking. */
    static List<Alert> lackingIn(List<Alert> other, List<Alert> alerts) {
        return alerts.isEmpty()
                ? List.of()
                : alerts.stream().filter(alert -> !other.contains(alert)).toList();
    }

    /** The alerts of one list whose ids the other lacks. */
    static List<Alert> idsLackingIn(List<Alert> other, List<Alert> alerts) {
        return alerts.isEmpty()
                ? List.of()
                : alerts.stream()
                        .filter(alert ->
                                other.stream().noneMatch(one -> one.alertId().equals(alert.alertId())))
                        .toList();
    }
}
