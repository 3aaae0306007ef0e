package dev.tocsin.alerting;

import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Mark;
import dev.tocsin.alerting.Evaluation.Result;
import dev.tocsin.detection.Detector;
import dev.tocsin.detection.Facts;
import dev.tocsin.detection.Finding;
import dev.tocsin.detection.Look;
import dev.tocsin.detection.Moment;
import dev.tocsin.detection.Profile;
import dev.tocsin.detection.Severity;
import dev.tocsin.detection.Signal;
import java.time.Duration;
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
    private final List<Alert> raised = new ArrayList<>();
    private final List<Alert> suppressed = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Evaluation> told = new ArrayList<>();

    private Judge(Rules rules, Moment moment) {
        this.rules = rules;
        this.moment = moment;
        this.forNovelty = rules.allowlist().withoutVouchedPositions(moment);
    }

    public static Judgement judge(Rules rules, Moment moment) {
        return judge(rules, moment, signal -> true);
    }

    /** Judges only the signals that matter to the caller; the others count as quiet. */
    public static Judgement judge(Rules rules, Moment moment, Predicate<Signal> matters) {
        Judge judge = new Judge(rules, moment);
        Roster roster = rules.watching(moment.event());
        List<Watch> watches = roster.watches();
        for (int i = 0; i < watches.size(); i++) {
            Watch watch = watches.get(i);
            Finding finding = judge.examine(watch, Look.unrecorded());
            boolean counts = !(finding instanceof Signal signal) || matters.test(signal);
            judge.consider(watch, counts ? finding : Finding.QUIET, Look.unrecorded());
        }
        return new Judgement(judge.raised, judge.suppressed, judge.marks, new Evaluations(roster, judge.told));
    }

    /** Judges, and tells why: what each detector looked at, and what was decided about its signal. */
    public static Explanation explain(Rules rules, Moment moment) {
        Judge judge = new Judge(rules, moment);
        List<Opinion> opinions = rules.watching(moment.event()).watches().stream()
                .map(judge::explain)
                .toList();
        return new Explanation(moment.event(), moment.late(), rules, opinions);
    }

    private Opinion explain(Watch watch) {
        Look examination = Look.recorded();
        Look decision = Look.recorded();
        Finding finding = examine(watch, examination);
        Alert alert = consider(watch, finding, decision);
        return new Opinion(
                watch, finding, latest(watch.detector().id()), alert, examination.checks(), decision.checks());
    }

    private Finding examine(Watch watch, Look look) {
        boolean isSame = rules.allowlist().networks().isEmpty(); // mostly, and then the kind need not be asked for
        return watch.detector().examine(isSame || !isNovelty(watch.detector()) ? moment : forNovelty, look);
    }

    /** The alert that is made of it, silenced or not; null when there is nothing to make one of. */
    private @Nullable Alert consider(Watch watch, Finding finding, Look look) {
        if (finding instanceof Signal signal) {
            return decide(watch, signal.withSeverity(watch.severities().of(signal.severity())), look);
        }
        if (finding instanceof Finding.NotEvaluable missing) {
            evaluated(watch, Result.NOT_EVALUABLE, missing.reason());
        }
        return null;
    }

    private static boolean isNovelty(Detector detector) {
        return detector.profile().kind() == Profile.Kind.NOVELTY;
    }

    private Alert decide(Watch watch, Signal signal, Look look) {
        Mark.Standing standing = rules.standing(watch);
        Suppression silenced = suppression(watch, signal, standing, look);
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
        return alert;
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

    private @Nullable Suppression suppression(Watch watch, Signal signal, Mark.Standing standing, Look look) {
        Detector detector = watch.detector();
        if (isNovelty(detector) && !rules.learning().isOver(moment.before(), moment.atMillis(), look)) {
            return Suppression.LEARNING;
        }
        Suppression vouched =
                rules.allowlist().find(moment, detector.profile(), signal).orElse(null);
        look.sees("allowlists", vouched == null ? "no entry" : vouched.detail(), "no entry", vouched == null);
        if (vouched != null) {
            return vouched;
        }
        Mark told = coolingDown(detector, signal, standing, moment.before());
        look.sees(
                "such an alert before",
                () -> told == null ? "none" : words(told),
                () -> "none in " + Facts.span(detector.cooldown()) + ", or a milder one",
                told == null);
        if (told != null) {
            return Suppression.COOLDOWN;
        }
        return look.sees("mode", watch.shadow() ? "shadow" : "live", "live", !watch.shadow())
                ? null
                : Suppression.SHADOW;
    }

    private String words(Mark told) {
        long apart = moment.atMillis() - told.atMillis();
        return "one of " + Severity.ofRank(told.rank()) + ", " + Facts.span(Duration.ofMillis(Math.abs(apart)))
                + (apart < 0 ? " after" : " before");
    }

    private @Nullable Mark coolingDown(Detector detector, Signal signal, Mark.Standing standing, AccountMemory memory) {
        long key = signal.key();
        long cooldown = detector.cooldown().toMillis();
        for (Mark mark : memory.marks()) {
            if (mark.key() == key
                    && mark.silences(standing)
                    && mark.rank() >= signal.severity().rank()
                    && Math.abs(moment.atMillis() - mark.atMillis()) < cooldown) {
                return mark;
            }
        }
        return null;
    }

    private void evaluated(Watch watch, Result result, String reason) {
        told.add(new Evaluation(watch.detector().id(), result, reason));
    }

    private Evaluation latest(String detector) {
        Evaluation last = told.isEmpty() ? null : told.get(told.size() - 1);
        return last != null && last.detector().equals(detector) ? last : Evaluation.quiet(detector);
    }
}
