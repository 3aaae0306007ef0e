package dev.tocsin.alerting;

import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Mark;
import dev.tocsin.alerting.Evaluation.Result;
import dev.tocsin.detection.Detector;
import dev.tocsin.detection.Finding;
import dev.tocsin.detection.Moment;
import dev.tocsin.detection.Profile;
import dev.tocsin.detection.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets every detector look at a moment and decides which signals become alerts.
 *
 * <p>A signal is silenced by the first of: learning (novelty only), then a cooldown of the same detector and discriminator
 * whose alert was at least as severe. Silenced signals are kept apart with what silenced them; nothing is dropped.
 */
public final class Judge {
    public static final String LEARNING = "learning";
    public static final String COOLDOWN = "cooldown";

    private final Rules rules;
    private final Moment moment;
    private final List<Alert> raised = new ArrayList<>(2);
    private final List<Alert> suppressed = new ArrayList<>(2);
    private final List<Mark> marks = new ArrayList<>(2);
    private final List<Evaluation> evaluations;

    private Judge(Rules rules, Moment moment) {
        this.rules = rules;
        this.moment = moment;
        this.evaluations = new ArrayList<>(rules.watching(moment.event()).size());
    }

    public static Judgement judge(Rules rules, Moment moment) {
        return judge(rules, moment, signal -> true);
    }

    /** Judges only the signals that matter to the caller; the others count as quiet. */
    public static Judgement judge(Rules rules, Moment moment, Predicate<Signal> matters) {
        Judge judge = new Judge(rules, moment);
        for (Rules.Watch watch : rules.watching(moment.event())) {
            judge.consider(watch, matters);
        }
        return new Judgement(judge.raised, judge.suppressed, judge.marks, judge.evaluations);
    }

    private void consider(Rules.Watch watch, Predicate<Signal> matters) {
        Detector detector = watch.detector();
        Finding finding = detector.examine(moment);
        if (finding instanceof Signal signal && matters.test(signal)) {
            decide(detector, signal);
        } else if (finding instanceof Finding.NotEvaluable missing) {
            evaluated(detector, Result.NOT_EVALUABLE, missing.reason());
        } else {
            evaluations.add(watch.quiet());
        }
    }

    private void decide(Detector detector, Signal signal) {
        String silencer = silencer(detector, signal);
        Alert alert = Alert.of(moment, signal, rules.version(), silencer);
        if (silencer == null) {
            raised.add(alert);
            marks.add(alert.mark(detector.profile().trail()));
            evaluated(detector, Result.FIRED, "");
        } else {
            suppressed.add(alert);
            evaluated(detector, silencer.equals(LEARNING) ? Result.LEARNING : Result.SUPPRESSED, silencer);
        }
    }

    private @Nullable String silencer(Detector detector, Signal signal) {
        if (detector.profile().kind() == Profile.Kind.NOVELTY
                && rules.learning().isOngoing(moment.before(), moment.atMillis())) {
            return LEARNING;
        }
        return isCoolingDown(detector, signal, moment.before()) ? COOLDOWN : null;
    }

    private boolean isCoolingDown(Detector detector, Signal signal, AccountMemory memory) {
        long key = signal.key();
        long cooldown = detector.cooldown().toMillis();
        for (Mark mark : memory.marks()) {
            if (mark.key() == key
                    && mark.rank() >= signal.severity().rank()
                    && Math.abs(moment.atMillis() - mark.atMillis()) < cooldown) {
                return true;
            }
        }
        return false;
    }

    private void evaluated(Detector detector, Result result, String reason) {
        evaluations.add(new Evaluation(detector.id(), result, reason));
    }
}
