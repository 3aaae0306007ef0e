package dev.tocsin.engine;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.Mark;
import dev.tocsin.alerting.Evaluation;
import dev.tocsin.alerting.Evaluation.Result;
import dev.tocsin.alerting.Rules;
import dev.tocsin.alerting.Watch;
import dev.tocsin.detection.Detector;
import dev.tocsin.detection.DetectorCatalog;
import dev.tocsin.detection.Drill;
import dev.tocsin.detection.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds detectors that are enabled and can never fire: every detector is told the smallest story of what it looks for, by
 * the production engine and under all the rules, as a fire drill rings the bell.
 *
 * <p>A detector in shadow is drilled with all the others in shadow too: what it follows may go live later.
 */
public final class SelfCheck {
    private static final Duration GRACE = Duration.ofHours(1);

    private final Rules rules;
    private final DetectionEngine engine;
    private final AccountState settled;

    private SelfCheck(Rules rules) {
        this.rules = rules;
        Rules watchful = rules.withoutAllowlist();
        this.engine = new DetectionEngine(GRACE, event -> watchful);
        AccountState state = AccountState.EMPTY;
        for (AccountEvent event : Drill.history()) {
            state = engine.apply(state, event).state();
        }
        this.settled = state;
    }

    /**
     * A detector that did not fire.
     *
     * @param sentence why, as far as can be told
     */
    public record Silent(String detector, String sentence) {}

    public static List<Silent> run(Rules rules) {
        List<Silent> silent = new ArrayList<>();
        drill(rules, detectors(rules, false), silent);
        drill(rules.rehearsed(), detectors(rules, true), silent);
        return silent;
    }

    private static List<Detector> detectors(Rules rules, boolean shadow) {
        return rules.watches().stream()
                .filter(watch -> watch.shadow() == shadow)
                .map(Watch::detector)
                .toList();
    }

    private static void drill(Rules rules, List<Detector> detectors, List<Silent> silent) {
        if (!detectors.isEmpty()) {
            SelfCheck check = new SelfCheck(rules);
            detectors.forEach(detector -> check.drill(detector, silent));
        }
    }

    private void drill(Detector detector, List<Silent> silent) {
        AccountState state = settled;
        String last = "quiet";
        for (AccountEvent event : detector.drill()) {
            Outcome outcome = engine.apply(state, event);
            state = outcome.state();
            for (Evaluation evaluation : outcome.evaluations().all()) {
                if (evaluation.detector().equals(detector.id())) {
                    if (evaluation.result() == Result.FIRED || evaluation.result() == Result.SHADOW) {
                        return;
                    }
                    last = words(evaluation);
                }
            }
        }
        silent.add(new Silent(detector.id(), sentence(detector, last)));
    }

    private static String words(Evaluation evaluation) {
        String result = evaluation.result().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return evaluation.reason().isEmpty() || evaluation.reason().equals(result)
                ? result
                : result + " (" + evaluation.reason() + ')';
    }

    private String sentence(Detector detector, String last) {
        Mark.Trail followed = detector.profile().follows();
        List<String> leaders = countingAmong(rules, leaders(followed));
        if (followed != Mark.Trail.NONE && leaders.isEmpty()) {
            return "can never fire: it follows alerts of " + String.join(", ", leaders(followed))
                    + ", which are all switched off or in shadow";
        }
        return "can never fire under these settings: told exactly what it looks for, it ends up " + last
                + (leaders.isEmpty() ? "" : ", and so may " + String.join(", ", leaders) + ", which it follows");
    }

    /** Detectors in shadow that follow only alerts of others in shadow: beside live ones there is nothing for them to follow. */
    public static List<String> waiting(Rules rules) {
        return detectors(rules, true).stream()
                .filter(detector -> detector.profile().follows() != Mark.Trail.NONE)
                .filter(detector -> countingAmong(
                                rules, leaders(detector.profile().follows()))
                        .isEmpty())
                .map(Detector::id)
                .toList();
    }

    /** The detectors whose alerts leave such a trail, switched on or not. */
    private static List<String> leaders(Mark.Trail followed) {
        return DetectorCatalog.items().stream()
                .map(DetectorCatalog.Item::profile)
                .filter(profile -> followed != Mark.Trail.NONE && profile.trail() == followed)
                .map(Profile::id)
                .toList();
    }

    /** The detectors whose alerts count for others. */
    private static List<String> countingAmong(Rules rules, List<String> ids) {
        return rules.watches().stream()
                .filter(watch -> rules.standing(watch) != Mark.Standing.SHADOW)
                .map(watch -> watch.detector().id())
                .filter(ids::contains)
                .toList();
    }
}
