package dev.tocsin.alerting;

import dev.tocsin.account.Mark;
import java.util.List;

/** What the rules make of one event. */
public record Judgement(List<Alert> raised, List<Alert> suppressed, List<Evaluation> evaluations) {
    /** What memory keeps of the alerts that were raised. */
    public List<Mark> marks() {
        return raised.isEmpty() ? List.of() : raised.stream().map(Alert::mark).toList();
    }
}
