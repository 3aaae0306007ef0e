package dev.tocsin.alerting;

import dev.tocsin.alerting.Evaluation.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of all looks at one event. Most are quiet, so only the others are told apart.
 *
 * @param roster who looked
 * @param told what is not {@link Result#QUIET}, in the roster's order
 */
public record Evaluations(Roster roster, List<Evaluation> told) {
    /** Nobody looked. */
    public static final Evaluations NONE = new Evaluations(Roster.NOBODY, List.of());

    /** One for each detector that looked. */
    public List<Evaluation> all() {
        List<Evaluation> all = new ArrayList<>(roster.watches().size());
        int next = 0;
        for (Watch watch : roster.watches()) {
            String detector = watch.detector().id();
            boolean isTold = next < told.size() && told.get(next).detector().equals(detector);
            all.add(isTold ? told.get(next++) : Evaluation.quiet(detector));
        }
        return all;
    }
}
