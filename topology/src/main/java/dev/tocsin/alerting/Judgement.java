package dev.tocsin.alerting;

import dev.tocsin.account.Mark;
import java.util.List;

/**
 * What the rules make of one event.
 *
 * @param marks what memory keeps of the alerts that were raised
 */
public record Judgement(List<Alert> raised, List<Alert> suppressed, List<Mark> marks, Evaluations evaluations) {}
