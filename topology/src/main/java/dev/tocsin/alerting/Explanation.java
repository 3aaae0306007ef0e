package dev.tocsin.alerting;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.detection.Detector;
import java.util.List;

/**
 * Why an event was judged as it was.
 *
 * @param late it came later than the grace, and was judged against what is remembered
 * @param rules it was judged by
 * @param opinions one for each detector that watches such an event, sorted by its id
 */
public record Explanation(AccountEvent event, boolean late, Rules rules, List<Opinion> opinions) {
    /** The ids of enabled detectors that do not watch such an event. */
    public List<String> unconcerned() {
        List<String> asked = opinions.stream()
                .map(opinion -> opinion.watch().detector().id())
                .toList();
        return rules.detectors().stream()
                .map(Detector::id)
                .filter(id -> !asked.contains(id))
                .toList();
    }
}
