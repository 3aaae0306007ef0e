package dev.tocsin.engine;

import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Evaluations;
import java.util.List;

/**
 * What an arriving event changes.
 *
 * @param state the new state; the old one for a repetition
 * @param raised alerts that are new, or whose content is
 * @param withdrawn alerts, as they were raised, that the event takes back
 * @param suppressed signals that were silenced, with what silenced them
 * @param evaluations of the arriving event, nobody's for a duplicate
 */
public record Outcome(
        AccountState state,
        Arrival arrival,
        List<Alert> raised,
        List<Alert> withdrawn,
        List<Alert> suppressed,
        Evaluations evaluations) {
    /** True when the state holds the event already and did not change. */
    public boolean isRepetition() {
        return arrival == Arrival.DUPLICATE;
    }
}
