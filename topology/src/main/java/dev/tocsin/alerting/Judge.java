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
 * <p>A signal is silenced by the first of: learning (novelty only), an entry of the allowlists, a cooldown of the same detector
 * and discriminator whose alert was at least as severe, the detector's being in shadow. Silenced signals are kept apart with
 * what silenced them; nothing is dropped.
 */
public final class Judge {
    private final Rules rules;
    private final Moment moment;
    private final Moment forNovelty;
    private final List<Alert> raised = new ArrayList<>(2);
    private final List<Alert> suppressed = new ArrayList<>(2);
    private final List<Mark> marks = new ArrayList<>(2);
    private final List<Evaluation> evaluations;

    private Judge(Rules rules, Moment moment) {
        this.rules = rules;
        this.moment = moment;
        this.forNovelty = rules.allowlist().withoutVouchedPositions(moment);
        this.evaluations = new ArrayList<>(rules.watching(moment.event()).size());
    }

    public static Judgement judge(Rules rules, Moment moment) {
        return judge(rules, moment, signal -> true);
    }

    /** Judges only the signals that matter to the caller; the others count as quiet. */
    public static Judgement judge(Rules rules, Moment moment, Predicate<Signal> matters) {
        Judge judge = new Judge(rules, moment);
        for (Watch watch : rules.watching(moment.event())) {
            judge.consider(watch, matters);
        }
        return new Judgement(judge.raised, judge.suppressed, judge.marks, judge.evaluations);
    }

    private void consider(Watch watch, Predicate<Signal> matters) {
        Finding finding = watch.detector().examine(isNovelty(watch.detector()) ? forNovelty : moment);
        if (finding instanceof Signal signal && matters.test(signal)) {
            decide(watch, signal.withSeverity(watch.severities().of(signal.severity())));
        } else if (finding instanceof Finding.NotEvaluable missing) {
            evaluated(watch, Result.NOT_EVALUABLE, missing.reason());
        } else {
            evaluations.add(watch.quiet());
        }
    }

    private static boolean isNovelty(Detector detector) {
        return detector.profile().kind() == Profile.Kind.NOVELTY;
    }

    private void decide(Watch watch, Signal signal) {
        Mark.Standing standing = rules.standing(watch);
        Suppression silenced = suppression(watch, signal, standing);
        Alert alert = Alert.of(moment, signal, rules.version(), silenced);
        if (silenced == null) {
            raised.add(alert);
            evaluated(watch, Result.FIRED, "");
        } else {
            suppressed.add(alert);
            evaluated(watch, result(silenced), silenced.by().key());
        }
        if (silenced == null || silenced.by() == Suppression.By.SHADOW) {
            marks.add(mark(alert, watch.detector(), standing));
        }
    }

    private static Mark mark(Alert alert, Detector detector, Mark.Standing standing) {
        Mark mark = alert.mark(detector.profile().trail());
        return switch (standing) {
            case RAISED -> mark;
            case REHEARSED -> mark.rehearsed();
            case SHADOW -> mark.inShadow();
        };
    }

    private static Result result(Suppression silenced) {
        return switch (silenced.by()) {
            case LEARNING -> Result.LEARNING;
            case SHADOW -> Result.SHADOW;
            case ALLOWLIST, COOLDOWN -> Result.SUPPRESSED;
        };
    }

    private @Nullable Suppression suppression(Watch watch, Signal signal, Mark.Standing standing) {
        Detector detector = watch.detector();
        if (isNovelty(detector) && rules.learning().isOngoing(moment.before(), moment.atMillis())) {
            return Suppression.LEARNING;
        }
        Suppression vouched =
                rules.allowlist().find(moment, detector.profile(), signal).orElse(null);
        if (vouched != null) {
            return vouched;
        }
        if (isCoolingDown(detector, signal, standing, moment.before())) {
            return Suppression.COOLDOWN;
        }
        return watch.shadow() ? Suppression.SHADOW : null;
    }

    private boolean isCoolingDown(Detector detector, Signal signal, Mark.Standing standing, AccountMemory memory) {
        long key = signal.key();
        long cooldown = detector.cooldown().toMillis();
        for (Mark mark : memory.marks()) {
            if (mark.key() == key
                    && mark.silences(standing)
                    && mark.rank() >= signal.severity().rank()
                    && Math.abs(moment.atMillis() - mark.atMillis()) < cooldown) {
                return true;
            }
        }
        return false;
    }

    private void evaluated(Watch watch, Result result, String reason) {
        evaluations.add(new Evaluation(watch.detector().id(), result, reason));
    }
}
