package dev.tocsin.alerting;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.alerting.Evaluation.Result;
import dev.tocsin.detection.Detector;
import java.util.List;

/** What one event is judged by: the enabled detectors, tuned, under one version of the thresholds. */
public final class Rules {
    private final String version;
    private final List<Detector> detectors;
    private final Learning learning;
    private final List<Watch> onLogins;
    private final List<Watch> onChanges;

    /**
     * Rules are the same for ever once made.
     *
     * @param version written on every alert
     */
    public Rules(String version, List<Detector> detectors, Learning learning) {
        this.version = version;
        this.detectors = List.copyOf(detectors);
        this.learning = learning;
        this.onLogins = watching(this.detectors, true);
        this.onChanges = watching(this.detectors, false);
    }

    /** A detector, and what is said of it most of the time. */
    record Watch(Detector detector, Evaluation quiet) {}

    private static List<Watch> watching(List<Detector> detectors, boolean logins) {
        return detectors.stream()
                .filter(detector -> detector.profile().watches().includes(logins))
                .map(detector -> new Watch(detector, new Evaluation(detector.id(), Result.QUIET, "")))
                .toList();
    }

    /** The detectors that look at such an event. */
    List<Watch> watching(AccountEvent event) {
        return event.fold(login -> onLogins, change -> onChanges);
    }

    public String version() {
        return version;
    }

    /** The enabled detectors, sorted by id. */
    public List<Detector> detectors() {
        return detectors;
    }

    public Learning learning() {
        return learning;
    }
}
